using Ratchet.Learning.Binning;
using Ratchet.Learning.Forests;
using Ratchet.Learning.Tests.Forests;
using Ratchet.Learning.Trees;
using Ratchet.Numerics.Randomness;

namespace Ratchet.Learning.Tests.Trees;

public sealed class TreeGrowthTests
{
    public static TheoryData<string, SplitCriterion, bool, double, int, int> Kinds()
    {
        var data = new TheoryData<string, SplitCriterion, bool, double, int, int>();
        foreach (var (task, criterion) in new[]
        {
            ("two factors", SplitCriterion.Gini), ("two factors", SplitCriterion.Entropy), ("three factors", SplitCriterion.Gini), ("nine", SplitCriterion.Gini),
            ("six", SplitCriterion.Gini), ("six", SplitCriterion.Entropy),
            ("two", SplitCriterion.Gini), ("two", SplitCriterion.Entropy), ("three", SplitCriterion.Gini), ("three", SplitCriterion.Entropy), ("number", SplitCriterion.SquaredError),
        })
        {
            foreach (var weighted in new[] { false, true })
            {
                data.Add(task, criterion, weighted, 0, 255, 1);
                data.Add(task, criterion, weighted, 0, 8, 7);
                data.Add(task, criterion, weighted, 0.2, 16, 3);
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Grow_AllFeatures_MakesTheBestSplitAtEveryNode(string task, SplitCriterion criterion, bool weighted, double missing, int bins, int minLeaf)
    {
        var unique = 0;
        for (ulong seed = 0; seed < 4; seed++)
        {
            var data = ForestData.Make(60 + (40 * (int)seed), 5, seed, missing);
            var x = data.Bin(bins);
            var targets = task switch
            {
                "two" or "two factors" => data.Labels,
                "three" or "three factors" => data.ThreeClasses,
                "six" => Classes(data.Numbers, 6),
                "nine" => Classes(data.Numbers, 9),
                _ => data.Numbers,
            };
            double[] factors = task switch { "two factors" => [0.5, 2], "three factors" => [2, 0.25, 1.5], _ => [] };
            var options = new ForestOptions
            {
                Task = task == "number" ? ForestTask.Regression : ForestTask.Classification,
                Criterion = criterion,
                ClassWeights = factors,
                Trees = 1,
                MaxDepth = seed == 0 ? 0 : 5,
                MinSamplesLeaf = minLeaf,
                MinSamplesSplit = 2 + (int)seed,
                MaxFeatures = MaxFeatures.All,
                Bootstrap = false,
                MinImpurityDecrease = seed == 3 ? 0.01 : 0,
            };
            var rows = data.AllRows.Where(r => r % 5 != 2).ToArray();
            var view = data.View(targets, rows, weighted ? data.Weights : null);
            var forest = new ForestLearner(options, StreamKey.FromSeed(seed)).Learn(x, view, 1, CancellationToken.None);
            double[] weights = [.. targets.Select((y, i) => (weighted ? data.Weights[i] : 1) * (factors.Length > 0 ? factors[(int)y] : 1))];
            var reference = new GreedyReference(forest, x, targets, weights, options);
            reference.Check(rows);
            Assert.True(reference.Splits > 0);
            unique += reference.UniqueSplits;

            var subtracting = GrowerFactory.Create(options with { MaxDepth = options.MaxDepth == 0 ? 12 : options.MaxDepth }, x, view, 1, 1, CancellationToken.None, 0)();
            GrownTree[] tree = [subtracting.Grow(StreamKey.FromSeed(seed).Open(), CancellationToken.None)];
            var subtracted = RandomForest.FromTrees(options.Task, x.Bins, task == "number" ? 1 : view.RequireClassCount(), tree, CancellationToken.None);
            new GreedyReference(subtracted, x, targets, weights, options with { MaxDepth = options.MaxDepth == 0 ? 12 : options.MaxDepth }).Check(rows);
        }

        Assert.True(unique > 0);
    }

    [Fact]
    public void Grow_EqualSplits_TakesTheLowestBin()
    {
        // Cuts after 0 and after 2 part the labels equally well.
        var data = new[] { 0.0, 1, 2, 3 };
        var x = BinnedMatrix.Build(["a"], [data], new(0, 4), new(), 1, CancellationToken.None);
        var forest = Single(new() { MaxDepth = 1 }).Learn(x, new(new[] { 0, 1, 2, 3 }, new[] { 1.0, 0, 0, 1 }, default), 1, CancellationToken.None);
        Assert.Equal(0, forest.Trees.Nodes[0].Bin);
    }

    [Fact]
    public void Grow_Xor_SplitsThoughTheFirstSplitGainsNothing()
    {
        var x = BinnedMatrix.Build(["a", "b"], [new double[] { 0, 0, 1, 1 }, new double[] { 0, 1, 0, 1 }], new(0, 4), new(), 1, CancellationToken.None);
        double[] labels = [0, 1, 1, 0];
        foreach (var task in new[] { ForestTask.Classification, ForestTask.Regression })
        {
            var forest = Single(new() { Task = task }).Learn(x, new(new[] { 0, 1, 2, 3 }, labels, default), 1, CancellationToken.None);
            var output = new double[4];
            forest.Predict(x, [0, 1, 2, 3], output);
            Assert.Equal(labels, output);
        }
    }

    [Fact]
    public void Grow_EqualTargetsDrawnOften_AreLeftTogether()
    {
        var data = ForestData.Make(300, 3, 9);
        double[] targets = [.. data.Columns[0].Select(v => v > 0.3 ? 0.7 : 0.1)];
        var options = new ForestOptions { Task = ForestTask.Regression, Trees = 20, MaxDepth = 0, MaxFeatures = MaxFeatures.All };
        var forest = new ForestLearner(options, StreamKey.FromSeed(1)).Learn(data.Bin(255), data.View(targets), 1, CancellationToken.None);
        Assert.Equal(20 * 3, forest.NodeCount);
    }

    [Fact]
    public void Grow_DrawnFeaturesConstant_LooksFurther()
    {
        var columns = Enumerable.Range(0, 30).Select(f => (ReadOnlyMemory<double>)Enumerable.Range(0, 20).Select(i => f == 17 ? i : 1.0).ToArray()).ToArray();
        var x = BinnedMatrix.Build([.. Enumerable.Range(0, 30).Select(f => $"f{f}")], columns, new(0, 20), new(), 1, CancellationToken.None);
        double[] labels = [.. Enumerable.Range(0, 20).Select(i => i < 10 ? 0.0 : 1)];
        var forest = Single(new() { MaxFeatures = MaxFeatures.Count(1) }).Learn(x, new(Enumerable.Range(0, 20).ToArray(), labels, default), 1, CancellationToken.None);
        Assert.Equal(17, forest.Trees.Nodes[0].Feature);
        Assert.Equal(3, forest.NodeCount);
    }

    [Fact]
    public void Grow_MissingRowsOnOneSide_LearnsTheirDirection()
    {
        double[] values = [.. Enumerable.Range(0, 40).Select(i => i < 10 ? double.NaN : i)];
        double[] labels = [.. Enumerable.Range(0, 40).Select(i => i < 25 ? 0.0 : 1)];
        var x = BinnedMatrix.Build(["a"], [values], new(0, 40), new(), 1, CancellationToken.None);
        var forest = Single(new() { MaxDepth = 1 }).Learn(x, new(Enumerable.Range(0, 40).ToArray(), labels, default), 1, CancellationToken.None);
        Assert.True(forest.Trees.Nodes[0].MissingGoesLeft);
        Assert.Equal(0, forest.Predict([double.NaN]));
        Assert.Equal(1, forest.Predict([30]));
    }

    [Fact]
    public void Grow_NoMissingRows_SendsMissingWithTheLargerChild()
    {
        double[] values = [.. Enumerable.Range(0, 40).Select(i => (double)i)];
        double[] labels = [.. Enumerable.Range(0, 40).Select(i => i < 10 ? 0.0 : 1)];
        var x = BinnedMatrix.Build(["a"], [values], new(0, 40), new(), 1, CancellationToken.None);
        var forest = Single(new() { MaxDepth = 1 }).Learn(x, new(Enumerable.Range(0, 40).ToArray(), labels, default), 1, CancellationToken.None);
        Assert.Equal(1, forest.Predict([double.NaN]));
    }

    [Theory]
    [InlineData(0, 0, false)]
    [InlineData(65534, 254, false)]
    [InlineData(77, 253, true)]
    [InlineData(3, 0, true)]
    public void Split_AnyFields_ComeBackAndDecideEveryBin(int feature, int bin, bool missingLeft)
    {
        var node = TreeNode.Split(feature, bin, missingLeft, 41);
        Assert.Equal((feature, bin, missingLeft, 41, false), (node.Feature, node.Bin, node.MissingGoesLeft, node.Left, node.IsLeaf));
        Assert.Equal(1041, node.Moved(1000).Left);
        for (var b = 0; b < 256; b++)
        {
            Assert.Equal((b == 255 ? missingLeft : b <= bin) ? 41 : 42, node.Next((byte)b));
            Assert.True(b == 255 || node.NextOfKnown((byte)b) == node.Next((byte)b));
            Assert.Equal(7, TreeNode.Leaf(7).Next((byte)b));
        }

        Assert.True(TreeNode.Leaf(7).IsLeaf);
    }

    private static double[] Classes(double[] numbers, int count) => [.. numbers.Select(v => (double)Math.Clamp((int)((v + 2) * count / 4), 0, count - 1))];

    private static ForestLearner Single(ForestOptions options) =>
        new(options with { Trees = 1, Bootstrap = false, MaxFeatures = options.MaxFeatures == MaxFeatures.Sqrt ? MaxFeatures.All : options.MaxFeatures }, StreamKey.FromSeed(3));
}
