using Ratchet.Learning.Binning;
using Ratchet.Learning.Forests;
using Ratchet.Learning.Tests.Forests;
using Ratchet.Numerics.Randomness;

namespace Ratchet.Learning.Tests.Binning;

public sealed class StrictEdgesTests
{
    [Fact]
    public void BuildStrict_ListOfARange_GivesTheThresholdsOfTheRange()
    {
        var (names, columns) = Table(ForestData.Make(900, 5, 2, 0.1));
        var range = BinnedMatrix.Build(names, columns, new(100, 700), new() { MaxBins = 32 }, 1, CancellationToken.None);
        int[] shuffled = [.. Enumerable.Range(100, 600)];
        StreamKey.FromSeed(4).Open().Shuffle(shuffled.AsSpan());
        var list = BinnedMatrix.BuildStrict(names, columns, shuffled, new() { MaxBins = 32 }, 2, CancellationToken.None);
        Assert.True(range.Bins.Matches(list.Bins));
        for (var f = 0; f < names.Length; f++)
        {
            Assert.Equal(range.Column(f).ToArray(), list.Column(f).ToArray());
            Assert.Equal(range.HasMissing(f), list.HasMissing(f));
        }
    }

    [Fact]
    public void BuildStrict_RowsThatAreNone_AreRefused()
    {
        var (names, columns) = Table(ForestData.Make(50, 2, 2));
        Assert.Contains("50", Assert.Throws<ArgumentException>(() => BinnedMatrix.BuildStrict(names, columns, new[] { 3, 50 }, new(), 1, CancellationToken.None)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => BinnedMatrix.BuildStrict(names, columns, Array.Empty<int>(), new(), 1, CancellationToken.None));
    }

    [Fact]
    public void BuildStrict_EdgesOfEachFold_ScoreAsSharedEdgesDo()
    {
        const int Folds = 5;
        var data = ForestData.Make(4000, 10, 6);
        var (names, columns) = Table(data);
        var sharedX = data.Bin(64);
        var options = new ForestOptions { Trees = 40, MinSamplesLeaf = 5 };
        var shared = new double[data.RowCount];
        var strict = new double[data.RowCount];
        for (var fold = 0; fold < Folds; fold++)
        {
            int[] test = [.. data.AllRows.Where(r => r % Folds == fold)];
            int[] train = [.. data.AllRows.Where(r => r % Folds != fold)];
            var strictX = BinnedMatrix.BuildStrict(names, columns, train, new() { MaxBins = 64 }, 1, CancellationToken.None);
            Assert.False(strictX.Bins.Matches(sharedX.Bins));
            foreach (var (x, scores) in new[] { (sharedX, shared), (strictX, strict) })
            {
                var output = new double[test.Length];
                new ForestLearner(options, StreamKey.FromSeed(8).Derive(fold)).Learn(x, data.View(data.Labels, train), 1, CancellationToken.None).Predict(x, test, output);
                for (var i = 0; i < test.Length; i++)
                {
                    scores[test[i]] = output[i];
                }
            }
        }

        var (a, b) = (Auc(data.Labels, shared), Auc(data.Labels, strict));
        Assert.True(a > 0.85, $"AUC {a}");
        Assert.Equal(a, b, 0.005);
    }

    private static (string[] Names, ReadOnlyMemory<double>[] Columns) Table(ForestData data) =>
        ([.. Enumerable.Range(0, data.Columns.Length).Select(f => $"f{f}")], [.. data.Columns.Select(c => (ReadOnlyMemory<double>)c)]);

    private static double Auc(double[] labels, double[] scores)
    {
        double[] ranks = new double[labels.Length];
        var order = Enumerable.Range(0, labels.Length).OrderBy(i => scores[i]).ToArray();
        for (var i = 0; i < order.Length; i++)
        {
            ranks[order[i]] = i + 1;
        }

        var positives = labels.Sum();
        return (labels.Select((y, i) => y * ranks[i]).Sum() - (positives * (positives + 1) / 2)) / (positives * (labels.Length - positives));
    }
}
