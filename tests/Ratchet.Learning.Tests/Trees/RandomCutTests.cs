using Ratchet.Learning.Binning;
using Ratchet.Learning.Forests;
using Ratchet.Learning.Tests.Forests;
using Ratchet.Learning.Trees;
using Ratchet.Numerics.Randomness;

namespace Ratchet.Learning.Tests.Trees;

public sealed class RandomCutTests
{
    private static readonly StreamKey Key = StreamKey.FromSeed(77);

    [Fact]
    public void Draw_ManyTimes_IsUniformOverTheValuesBetweenTheOuterCuts()
    {
        // Occupied bins 1 to 4, so cuts 1, 2, 3 at 1, 2 and 6: nearest to a uniform number in [1, 6] with shares 0.1, 0.5 and 0.4.
        float[] thresholds = [0, 1, 2, 6, 9];
        var histogram = new CountMoments[6];
        histogram[1] = histogram[4] = CountMoments.Of(1, 1);
        var stream = Key.Open();
        var counts = new int[6];
        for (var i = 0; i < 20_000; i++)
        {
            counts[RandomCut.Draw(stream, thresholds, ref histogram[0])]++;
        }

        Assert.Equal(20_000, counts[1] + counts[2] + counts[3]);
        Assert.Equal(0.1, counts[1] / 20_000.0, 0.01);
        Assert.Equal(0.5, counts[2] / 20_000.0, 0.015);
    }

    [Fact]
    public void Draw_TwoNeighbouringBins_TakesTheOnlyCut()
    {
        var histogram = new CountMoments[6];
        histogram[2] = histogram[3] = CountMoments.Of(1, 1);
        Assert.Equal(2, RandomCut.Draw(Key.Open(), [0, 1, 2, 6, 9], ref histogram[0]));
    }

    [Theory]
    [InlineData("two", 0)]
    [InlineData("three", 0.1)]
    [InlineData("number", 0.1)]
    public void Learn_RandomCuts_PartEveryNodeAndObeyTheLimits(string kind, double missing)
    {
        var data = ForestData.Make(1200, 8, 4, missing);
        var x = data.Bin(100);
        var targets = kind == "three" ? data.ThreeClasses : kind == "number" ? data.Numbers : data.Labels;
        var options = new ForestOptions
        {
            Task = kind == "number" ? ForestTask.Regression : ForestTask.Classification, Trees = 8, Search = SplitSearch.Random, Bootstrap = false, MinSamplesLeaf = 6, MaxDepth = 8,
        };
        var forest = new ForestLearner(options, Key).Learn(x, data.View(targets), 1, CancellationToken.None);
        var best = new ForestLearner(options with { Search = SplitSearch.Best }, Key).Learn(x, data.View(targets), 1, CancellationToken.None);
        Assert.NotEqual(best.Trees.Nodes, forest.Trees.Nodes);
        for (var t = 0; t < forest.TreeCount; t++)
        {
            Walk(forest, x, targets, forest.Trees.Starts[t], data.AllRows, options);
        }

        Assert.True(forest.NodeCount > 20 * forest.TreeCount);
        foreach (var threads in new[] { 2, 4 })
        {
            Assert.Equal(forest.Trees.Nodes, new ForestLearner(options, Key).Learn(x, data.View(targets), threads, CancellationToken.None).Trees.Nodes);
        }
    }

    [Fact]
    public void Learn_RandomCuts_FindThePlantedSignal()
    {
        var data = ForestData.Make(3000, 8, 4);
        var x = data.Bin(255);
        int[] train = [.. Enumerable.Range(0, 2000)];
        int[] test = [.. Enumerable.Range(2000, 1000)];
        var options = new ForestOptions { Task = ForestTask.Regression, Trees = 60, Search = SplitSearch.Random, MaxFeatures = MaxFeatures.All, MaxDepth = 0, MinSamplesLeaf = 3 };
        var output = new double[1000];
        new ForestLearner(options, Key).Learn(x, data.View(data.Numbers, train), 1, CancellationToken.None).Predict(x, test, output);
        var mean = test.Average(r => data.Numbers[r]);
        var r2 = 1 - (test.Select((r, i) => Math.Pow(data.Numbers[r] - output[i], 2)).Sum() / test.Sum(r => Math.Pow(data.Numbers[r] - mean, 2)));
        Assert.True(r2 > 0.6, $"R2 {r2}");
    }

    private static void Walk(RandomForest forest, BinnedMatrix x, double[] targets, int at, int[] rows, ForestOptions options)
    {
        var node = forest.Trees.Nodes[at];
        Assert.True(rows.Length >= options.MinSamplesLeaf);
        if (node.IsLeaf)
        {
            var expected = rows.Average(r => forest.OutputCount > 1 ? (targets[r] == 0 ? 1 : 0) : targets[r]);
            Assert.Equal(expected, forest.Trees.Values[at * forest.OutputCount], 1e-9);
            return;
        }

        bool GoesLeft(int row) => x.Column(node.Feature)[row] is var b && b == BinnedMatrix.MissingBin ? node.MissingGoesLeft : b <= node.Bin;
        var left = rows.Where(GoesLeft).ToArray();
        Assert.InRange(left.Length, 1, rows.Length - 1);
        Walk(forest, x, targets, node.Left, left, options);
        Walk(forest, x, targets, node.Left + 1, [.. rows.Where(r => !GoesLeft(r))], options);
    }
}
