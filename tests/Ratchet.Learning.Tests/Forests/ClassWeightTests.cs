using Ratchet.Learning.Binning;
using Ratchet.Learning.Forests;
using Ratchet.Learning.Trees;
using Ratchet.Numerics.Randomness;

namespace Ratchet.Learning.Tests.Forests;

public sealed class ClassWeightTests
{
    private static readonly StreamKey Key = StreamKey.FromSeed(5);

    [Theory]
    [InlineData("two", SplitCriterion.Gini)]
    [InlineData("two", SplitCriterion.Entropy)]
    [InlineData("three", SplitCriterion.Gini)]
    [InlineData("three", SplitCriterion.Entropy)]
    public void Learn_Balanced_GivesTheTreesOfTheSameRowWeights(string kind, SplitCriterion criterion)
    {
        // Rows weigh what balancing makes them weigh, times a whole number that makes the weights whole: sums of them are exact in any order.
        var (x, data, targets) = Problem(kind, 0);
        var options = new ForestOptions { Trees = 10, MinSamplesLeaf = 15, Criterion = criterion };
        var packed = Learn(options with { ClassWeight = ClassWeighting.Balanced }, x, data, targets);
        var counts = targets.GroupBy(y => y).ToDictionary(g => g.Key, g => g.Count());
        double[] weights = [.. targets.Select(y => counts.Where(c => c.Key != y).Aggregate(1.0, (product, c) => product * c.Value))];
        AssertClose(Learn(options, x, data, targets, weights), packed, 1e-12);
    }

    [Theory]
    [InlineData("two", SplitCriterion.Gini)]
    [InlineData("two", SplitCriterion.Entropy)]
    [InlineData("three", SplitCriterion.Gini)]
    [InlineData("three", SplitCriterion.Entropy)]
    public void Learn_GivenClassWeights_AreTheSameRowWeights(string kind, SplitCriterion criterion)
    {
        var (x, data, targets) = Problem(kind);
        var options = new ForestOptions { Trees = 10, MinSamplesLeaf = 4, Criterion = criterion };
        double[] factors = kind == "two" ? [0.5, 3] : [0.5, 3, 1.25];
        var packed = Learn(options with { ClassWeights = factors }, x, data, targets);
        AssertClose(Learn(options, x, data, targets, [.. targets.Select(y => factors[(int)y])]), packed, 1e-12);

        // On top of the rows' own weights too.
        var both = Learn(options with { ClassWeights = factors }, x, data, targets, data.Weights);
        AssertClose(Learn(options, x, data, targets, [.. targets.Select((y, i) => factors[(int)y] * data.Weights[i])]), both, 1e-12);
    }

    [Fact]
    public void Learn_EqualFactors_GiveTheUnweightedForest()
    {
        var (x, data, targets) = Problem("two");
        var plain = Learn(new() { Trees = 5 }, x, data, targets);
        AssertClose(plain, Learn(new() { Trees = 5, ClassWeights = [1, 1] }, x, data, targets), 0);
    }

    [Theory]
    [InlineData("two")]
    [InlineData("three")]
    public void Learn_ClassOfFactorZero_LeavesItsRowsOut(string kind)
    {
        var (x, data, targets) = Problem(kind);
        double[] factors = kind == "two" ? [1, 0] : [1, 0, 2];
        var forest = Learn(new() { Trees = 5, ClassWeights = factors }, x, data, targets);
        var output = new double[data.RowCount * forest.ClassCount];
        forest.PredictClasses(x, data.AllRows, output);
        Assert.All(data.AllRows, i => Assert.Equal(0, output[(i * forest.ClassCount) + 1]));
    }

    [Theory]
    [InlineData("two")]
    [InlineData("three")]
    public void Learn_BalancedSubsample_WeighsEachTreeByItsOwnSample(string kind)
    {
        var (x, data, targets) = Problem(kind);
        var options = new ForestOptions { Trees = 6, MinSamplesLeaf = 15 };
        var forest = Learn(options with { ClassWeight = ClassWeighting.BalancedSubsample }, x, data, targets);
        var classes = targets.Distinct().Count();
        for (var t = 0; t < options.Trees; t++)
        {
            var times = new int[targets.Length];
            new RowDraw(times.Length, times.Length).Fill(Key.Derive("tree").Derive(t).Open(), times, CancellationToken.None);
            var drawn = Enumerable.Range(0, classes).Select(k => times.Where((_, i) => targets[i] == k).Sum()).ToArray();
            double[] factors = [.. drawn.Select(n => times.Length / (classes * (double)n))];
            var view = data.View(targets);
            var tree = new ForestLearner(options with { ClassWeights = factors }, Key).Grow(x, view, t, t + 1, 1, CancellationToken.None);
            var start = forest.Trees.Starts[t];
            var count = forest.Trees.Starts[t + 1] - start;
            Assert.Equal(tree.Trees.Nodes.Select(n => n.Moved(start)), forest.Trees.Nodes.AsSpan(start, count).ToArray());
            Assert.Equal(tree.Trees.Values, forest.Trees.Values.AsSpan(start * forest.OutputCount, count * forest.OutputCount).ToArray());
            Assert.Equal(times.Length, forest.Trees.Weights[start], 1e-6);
        }
    }

    [Fact]
    public void Learn_ClassWeightsOfAnotherNumber_AreRefused()
    {
        var (x, data, targets) = Problem("three");
        Assert.Contains("2 entries", Assert.Throws<ArgumentException>(() => Learn(new() { ClassWeights = [1, 2] }, x, data, targets)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Learn(new() { ClassWeights = [0, 1] }, x, data, new double[data.RowCount]));
    }

    private static (BinnedMatrix X, ForestData Data, double[] Targets) Problem(string kind, double missing = 0.05)
    {
        var data = ForestData.Make(900, 7, 12, missing);
        double[] rare = [.. data.Labels.Select((y, i) => y > 0 && i % 3 == 0 ? 1.0 : 0)];
        return (data.Bin(64), data, kind == "two" ? rare : data.ThreeClasses);
    }

    private static RandomForest Learn(ForestOptions options, BinnedMatrix x, ForestData data, double[] targets, double[]? weights = null) =>
        new ForestLearner(options, Key).Learn(x, data.View(targets, null, weights), 1, CancellationToken.None);

    private static void AssertClose(RandomForest expected, RandomForest actual, double tolerance)
    {
        Assert.Equal(expected.Trees.Nodes, actual.Trees.Nodes);
        Assert.True(actual.NodeCount > 3 * actual.TreeCount);
        for (var i = 0; i < expected.Trees.Values.Length; i++)
        {
            Assert.Equal(expected.Trees.Values[i], actual.Trees.Values[i], tolerance);
        }
    }
}
