using Ratchet.Learning.Binning;
using Ratchet.Learning.Forests;
using Ratchet.Learning.Learners;
using Ratchet.Learning.Resampling;
using Ratchet.Learning.Tests.Forests;
using Ratchet.Numerics.Randomness;

namespace Ratchet.Learning.Tests.Resampling;

public sealed class AugmentedTrainingTests
{
    private static readonly StreamKey Key = StreamKey.FromSeed(11);

    private static AugmentedTraining Build(ForestData data, BinnedMatrix x, TrainingView view, SmoteOptions? options = null, int threads = 1) => AugmentedTraining.Build(
        x, [.. data.Columns.Select(c => (ReadOnlyMemory<double>)c)], view, options ?? new(), Key, threads, CancellationToken.None);

    private static double[] Rare(ForestData data) => [.. data.Labels.Select((y, i) => y > 0 && i % 8 == 0 ? 1.0 : 0)];

    [Fact]
    public void Build_RareClass_AppendsEncodedRowsAndKeepsTheOthers()
    {
        var data = ForestData.Make(400, 5, 2, missing: 0.05);
        var x = data.Bin(32);
        int[] train = [.. data.AllRows.Where(r => r is < 200 or >= 260)];
        var targets = Rare(data);
        var augmented = Build(data, x, data.View(targets, train));

        Assert.Equal(train.Length + augmented.Synthetic.Length, augmented.Matrix.RowCount);
        Assert.Equal(augmented.View.Targets.ToArray().Count(t => t == 0), augmented.View.Targets.ToArray().Count(t => t == 1));
        Assert.Same(x.Bins, augmented.Matrix.Bins);
        Assert.True(augmented.View.Weights.IsEmpty);
        for (var f = 0; f < x.FeatureCount; f++)
        {
            for (var i = 0; i < train.Length; i++)
            {
                Assert.Equal(x.Column(f)[train[i]], augmented.Matrix.Column(f)[i]);
            }

            for (var i = 0; i < augmented.Synthetic.Length; i++)
            {
                Assert.Equal(x.Bins.Encode(f, augmented.Synthetic[i].Value(data.Columns[f])), augmented.Matrix.Column(f)[train.Length + i]);
            }
        }
    }

    [Fact]
    public void Build_Weights_AreInterpolatedAndScaled()
    {
        var data = ForestData.Make(200, 3, 5);
        var x = data.Bin(16);
        var augmented = Build(data, x, data.View(Rare(data), null, data.Weights), new() { Weight = 0.5 });
        for (var i = 0; i < augmented.Synthetic.Length; i++)
        {
            var row = augmented.Synthetic[i];
            var expected = 0.5 * (data.Weights[row.Seed] + (row.Gap * (data.Weights[row.Neighbour] - data.Weights[row.Seed])));
            Assert.Equal(expected, augmented.View.Weights.Span[200 + i], 1e-12);
        }

        Assert.Equal(data.Weights, augmented.View.Weights.ToArray()[..200]);
    }

    [Fact]
    public void Learn_OnAugmentedRows_PredictsTheOriginalMatrixAndNeverSawTheTestRows()
    {
        var data = ForestData.Make(600, 4, 6);
        var targets = Rare(data);
        int[] train = [.. data.AllRows.Where(r => r < 400)];
        int[] test = [.. data.AllRows.Where(r => r >= 400)];
        double[] Predict(ForestData table)
        {
            var x = BinnedMatrix.Build(
                ["a", "b", "c", "d"], [.. table.Columns.Select(c => (ReadOnlyMemory<double>)c)], new(0, 400), new() { MaxBins = 32 }, 1, CancellationToken.None);
            var augmented = Build(table, x, new(train, targets, default), threads: 2);
            augmented.RequireApartFrom(test);
            var forest = new ForestLearner(new() { Trees = 10 }, Key).Learn(augmented.Matrix, augmented.View, 2, CancellationToken.None);
            var output = new double[train.Length];
            forest.Predict(x, train, output);
            return output;
        }

        var before = Predict(data);
        foreach (var row in test)
        {
            targets[row] = 1 - targets[row];
            foreach (var column in data.Columns)
            {
                column[row] = 1e9;
            }
        }

        Assert.Equal(before, Predict(data));
        Assert.True(before.Where((_, i) => targets[i] == 1).Average() > 0.5);
    }

    [Fact]
    public void RequireApartFrom_ATrainingRow_IsNamed()
    {
        var data = ForestData.Make(100, 3, 8);
        var augmented = Build(data, data.Bin(8), data.View(Rare(data), [.. Enumerable.Range(0, 60)]));
        augmented.RequireApartFrom([60, 99]);
        Assert.Contains("Row 59", Assert.Throws<InvalidOperationException>(() => augmented.RequireApartFrom([70, 59])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Build_Regression_IsRefused()
    {
        var data = ForestData.Make(50, 3, 8);
        Assert.Throws<ArgumentException>(() => Build(data, data.Bin(8), data.View(data.Numbers)));
        Assert.Throws<ArgumentException>(() => AugmentedTraining.Build(data.Bin(8), [data.Columns[0]], data.View(data.Labels), new(), Key, 1, CancellationToken.None));
    }
}
