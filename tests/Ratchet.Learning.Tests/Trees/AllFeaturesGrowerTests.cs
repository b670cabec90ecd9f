using Ratchet.Learning.Forests;
using Ratchet.Learning.Tests.Forests;
using Ratchet.Learning.Trees;
using Ratchet.Numerics.Randomness;

namespace Ratchet.Learning.Tests.Trees;

public sealed class AllFeaturesGrowerTests
{
    private const int Never = int.MaxValue;

    public static TheoryData<int, SplitCriterion, bool, ClassWeighting, double> Kinds() => new()
    {
        { 2, SplitCriterion.Gini, false, ClassWeighting.None, 0 },
        { 2, SplitCriterion.Gini, false, ClassWeighting.BalancedSubsample, 0.1 },
        { 2, SplitCriterion.Entropy, false, ClassWeighting.None, 0.1 },
        { 2, SplitCriterion.Gini, true, ClassWeighting.Balanced, 0.1 },
        { 3, SplitCriterion.Gini, false, ClassWeighting.None, 0.1 },
        { 3, SplitCriterion.Entropy, true, ClassWeighting.None, 0 },
        { 6, SplitCriterion.Gini, true, ClassWeighting.None, 0.1 },
        { 9, SplitCriterion.Gini, false, ClassWeighting.Balanced, 0 },
        { 0, SplitCriterion.SquaredError, false, ClassWeighting.None, 0.1 },
        { 0, SplitCriterion.SquaredError, true, ClassWeighting.None, 0 },
    };

    // The reference draws features in another order, so that equal splits may part the trees: then the gains must be equal, and the subtrees are left.
    [Theory]
    [MemberData(nameof(Kinds))]
    public void Grow_BootstrapSample_SplitsAsThePlainGrower(int classes, SplitCriterion criterion, bool weighted, ClassWeighting weighting, double missing)
    {
        var (options, learn) = Case(classes, criterion, weighted, weighting, missing);
        var subtracted = learn(options, 0, 1);
        var plain = learn(options, Never, 1);
        var outputs = classes > 2 ? classes : 1;
        var (same, other) = (0, 0);
        for (var t = 0; t < plain.Length; t++)
        {
            Compare(subtracted[t], plain[t], 0, 0, outputs, ref same, ref other);
        }

        Assert.True(same > 20 * other, $"{same} nodes are alike, {other} are equally good.");
        Assert.True(same > 100);
    }

    [Theory]
    [InlineData(2, SplitCriterion.Gini)]
    [InlineData(0, SplitCriterion.SquaredError)]
    public void Grow_AnyThreads_IsTheSameTree(int classes, SplitCriterion criterion)
    {
        var (options, learn) = Case(classes, criterion, true, ClassWeighting.None, 0.1);
        var alone = learn(options, 0, 1);
        var together = learn(options, 0, 3);
        for (var t = 0; t < alone.Length; t++)
        {
            Assert.Equal(alone[t].Nodes, together[t].Nodes);
            Assert.Equal(alone[t].Values, together[t].Values);
            Assert.Equal(alone[t].Gains, together[t].Gains);
        }
    }

    [Fact]
    public void Create_WeightsFarApart_GrowsPlainly()
    {
        var data = ForestData.Make(200, 3, 5);
        double[] weights = [.. Enumerable.Range(0, 200).Select(i => i == 0 ? 1e9 : 1)];
        Assert.IsType<AllFeaturesGrower<WeightedMoments, MomentRule<WeightedMoments, SquaredDeviation>>>(Grower(data.Weights));
        Assert.IsType<MomentTreeGrower<WeightedMoments, MomentRule<WeightedMoments, SquaredDeviation>>>(Grower(weights));

        TreeGrower Grower(double[] w) => GrowerFactory.Create(
            new() { MaxDepth = 10, MaxFeatures = MaxFeatures.All }, data.Bin(255), data.View(data.Labels, null, w), 1, 1, CancellationToken.None, 0)();
    }

    [Fact]
    public void Learn_ManyRows_IsTheSubtractedForestForAnyThreads()
    {
        var data = ForestData.Make(GrowerFactory.LeastSubtractedRows, 3, 17, 0.05);
        var x = data.Bin(64);
        var view = data.View(data.Labels);
        var options = new ForestOptions { Trees = 2, MaxDepth = 5, MaxFeatures = MaxFeatures.All };
        var key = StreamKey.FromSeed(8);
        var grower = GrowerFactory.Create(options, x, view, 1, 1, CancellationToken.None, 0)();
        Assert.IsType<AllFeaturesGrower<CountMoments, MomentRule<CountMoments, SquaredDeviation>>>(grower);
        var expected = RandomForest.FromTrees(
            ForestTask.Classification, x.Bins, 2, [.. Enumerable.Range(0, 2).Select(t => grower.Grow(key.Derive("tree").Derive(t).Open(), CancellationToken.None))],
            CancellationToken.None);
        foreach (var threads in new[] { 1, 2, 4 })
        {
            var forest = new ForestLearner(options, key).Learn(x, view, threads, CancellationToken.None);
            Assert.Equal(expected.Trees.Nodes, forest.Trees.Nodes);
            Assert.Equal(expected.Trees.Values, forest.Trees.Values);
        }
    }

    private static (ForestOptions Options, Func<ForestOptions, int, int, GrownTree[]> Learn) Case(
        int classes, SplitCriterion criterion, bool weighted, ClassWeighting weighting, double missing)
    {
        var data = ForestData.Make(9000, 11, 31, missing);
        var x = data.Bin(255);
        double[] targets = classes switch
        {
            0 => data.Numbers,
            2 => data.Labels,
            _ => [.. data.Numbers.Select(v => (double)Math.Clamp((int)((v + 2) * classes / 4), 0, classes - 1))],
        };
        var options = new ForestOptions
        {
            Task = classes == 0 ? ForestTask.Regression : ForestTask.Classification,
            Criterion = criterion,
            ClassWeight = weighting,
            Trees = 2,
            MaxDepth = 8,
            MinSamplesLeaf = 5,
            MaxFeatures = MaxFeatures.All,
        };
        double[] weights = [.. Enumerable.Range(0, data.RowCount).Select(i => data.Weights[i] * (1 + (i / 7000.0)))];
        var view = data.View(targets, [.. data.AllRows.Where(r => r % 7 != 3)], weighted ? weights : null);
        return (options, Learn);

        GrownTree[] Learn(ForestOptions o, int least, int threads)
        {
            var grower = GrowerFactory.Create(o, x, view, threads, 1, CancellationToken.None, least)();
            return [.. Enumerable.Range(0, o.Trees).Select(t => grower.Grow(StreamKey.FromSeed(4).Derive(t).Open(), CancellationToken.None))];
        }
    }

    private static void Compare(GrownTree a, GrownTree b, int i, int j, int outputs, ref int same, ref int other)
    {
        Assert.Equal(b.Weights[j], a.Weights[i], 1e-8);
        Assert.Equal(b.Gains[j], a.Gains[i], 1e-8 * (1 + b.Weights[j]));
        for (var k = 0; k < outputs; k++)
        {
            Assert.Equal(b.Values[(j * outputs) + k], a.Values[(i * outputs) + k], 1e-9);
        }

        var (p, q) = (a.Nodes[i], b.Nodes[j]);
        Assert.Equal(q.IsLeaf, p.IsLeaf);
        if (!p.IsLeaf && (p.Feature, p.Bin, p.MissingGoesLeft) != (q.Feature, q.Bin, q.MissingGoesLeft))
        {
            other++;
            return;
        }

        same++;
        if (!p.IsLeaf)
        {
            Compare(a, b, p.Left, q.Left, outputs, ref same, ref other);
            Compare(a, b, p.Left + 1, q.Left + 1, outputs, ref same, ref other);
        }
    }
}
