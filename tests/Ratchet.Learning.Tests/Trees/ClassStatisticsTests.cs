using Ratchet.Learning.Binning;
using Ratchet.Learning.Forests;
using Ratchet.Learning.Tests.Forests;
using Ratchet.Learning.Trees;
using Ratchet.Numerics.Randomness;

namespace Ratchet.Learning.Tests.Trees;

public sealed class ClassStatisticsTests
{
    public static TheoryData<int, bool, bool, ClassWeighting> Kinds()
    {
        var data = new TheoryData<int, bool, bool, ClassWeighting>();
        foreach (var classes in new[] { 3, 4, 5, 7, 8, 15, 16 })
        {
            foreach (var entropy in new[] { false, true })
            {
                data.Add(classes, entropy, false, ClassWeighting.None);
                data.Add(classes, entropy, true, ClassWeighting.None);
                data.Add(classes, entropy, false, ClassWeighting.Balanced);
                data.Add(classes, entropy, true, ClassWeighting.BalancedSubsample);
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Grow_PackedClasses_AgreesWithThePlainGrower(int classes, bool entropy, bool weighted, ClassWeighting weighting)
    {
        var (x, rows, targets, weights) = Problem(classes, weighted);
        var options = new ForestOptions { Criterion = entropy ? SplitCriterion.Entropy : SplitCriterion.Gini, ClassWeight = weighting };
        var limits = new TreeLimits(7, 20, 8, 3, 0.0001, 1);
        var plan = new GrowerPlan(x, rows, targets, weights, new RowDraw(rows.Length, rows.Length), limits, 1);
        var weighing = ClassWeights.Of(options, targets, weights, classes);
        var fast = ClassGrowers.Create(plan, weighing, entropy)();
        var plain = ClassGrowers.CreatePlain(plan, weighing, entropy)();
        Assert.Equal(classes > 15 || (weighted && classes > 7), fast is ClassTreeGrower);
        var splits = 0;
        for (ulong seed = 0; seed < 6; seed++)
        {
            var a = fast.Grow(StreamKey.FromSeed(seed).Open(), CancellationToken.None);
            var b = plain.Grow(StreamKey.FromSeed(seed).Open(), CancellationToken.None);
            Assert.Equal(b.Nodes, a.Nodes);
            Assert.Equal(b.Depth, a.Depth);
            AssertClose(b.Values, a.Values, 1e-12);
            AssertClose(b.Weights, a.Weights, 1e-8);
            AssertClose(b.Gains, a.Gains, 1e-8);
            splits += a.Nodes.Count(n => !n.IsLeaf);
        }

        Assert.True(splits > 30, $"{splits} splits");
    }

    [Fact]
    public void Grow_ClassMissingFromTheSample_PredictsNoneOfIt()
    {
        var data = ForestData.Make(400, 5, 3);
        double[] targets = [.. data.ThreeClasses.Select(c => c == 1 ? 3 : c)];
        foreach (var weighting in Enum.GetValues<ClassWeighting>())
        {
            var forest = new ForestLearner(new() { Trees = 4, ClassWeight = weighting }, StreamKey.FromSeed(1)).Learn(data.Bin(64), data.View(targets), 1, CancellationToken.None);
            var output = new double[400 * 4];
            forest.PredictClasses(data.Bin(64), data.AllRows, output);
            for (var i = 0; i < 400; i++)
            {
                Assert.Equal(0, output[(4 * i) + 1]);
                Assert.Equal(1, output.AsSpan(4 * i, 4).ToArray().Sum(), 1e-12);
            }
        }
    }

    internal static (BinnedMatrix X, int[] Rows, double[] Targets, double[] Weights) Problem(int classes, bool weighted)
    {
        var data = ForestData.Make(1500, 8, (ulong)classes, 0.05);
        int[] rows = [.. Enumerable.Range(0, 1500).Where(r => r % 7 != 0)];
        double[] targets = [.. rows.Select(r => (double)Math.Clamp((int)((data.Numbers[r] + 1.5) * classes / 3), 0, classes - 1))];
        return (data.Bin(64), rows, targets, [.. rows.Select(r => weighted ? data.Weights[r] : 1)]);
    }

    private static void AssertClose(double[] expected, double[] actual, double tolerance)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (var i = 0; i < expected.Length; i++)
        {
            Assert.Equal(expected[i], actual[i], tolerance);
        }
    }
}
