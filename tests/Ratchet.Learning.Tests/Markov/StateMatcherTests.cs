using Ratchet.Learning.Markov;
using Ratchet.Numerics.Randomness;

namespace Ratchet.Learning.Tests.Markov;

public class StateMatcherTests
{
    private static readonly StreamKey Key = StreamKey.FromSeed(23);

    [Fact]
    public void Distance_OneDimension_EqualsHandCalculation()
    {
        var left = new HmmModel(HmmCovariance.Spherical, 1, [1], [1], [1], [1]);
        var right = new HmmModel(HmmCovariance.Full, 1, [1], [1], [3], [4]);

        // C = 2.5: 4 / (8 * 2.5) + ln(2.5 / 2) / 2.
        Assert.Equal(0.2 + (Math.Log(1.25) / 2), StateMatcher.Distance(left, 0, right, 0), 1e-15);
        Assert.Equal(0, StateMatcher.Distance(left, 0, left, 0), 1e-15);
    }

    [Fact]
    public void Match_EqualMeansUnlikeSpreads_TellsThemApart()
    {
        var former = new HmmModel(HmmCovariance.Diagonal, 1, [0.5, 0.5], [0.9, 0.1, 0.1, 0.9], [0, 0], [1, 9]);
        var match = StateMatcher.Match(former, former.Reorder([1, 0]));
        Assert.Equal([1, 0], match.Order);
        Assert.All(match.Distances, d => Assert.Equal(0, d, 1e-15));
        Assert.True(match.Margin > 0.1);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(4)]
    [InlineData(6)]
    public void Assign_RandomCosts_IsNotBeatenByAnyPermutation(int n)
    {
        var random = Key.Derive(n).Open();
        for (var trial = 0; trial < 20; trial++)
        {
            var costs = Enumerable.Range(0, n * n).Select(_ => random.NextDouble()).ToArray();
            var (order, margin) = StateMatcher.Assign(costs, n);
            var sums = Permutations(n).Select(p => p.Select((c, r) => costs[(r * n) + c]).Sum()).Order().ToArray();
            Assert.Equal(sums[0], order.Select((c, r) => costs[(r * n) + c]).Sum(), 1e-14);
            Assert.Equal(sums[1] - sums[0], margin, 1e-14);
        }
    }

    [Fact]
    public void Assign_GreedyWouldFail_IsStillLeast()
    {
        // Nearest first takes (0, 0) at 1 and must then pay 100; the other way costs 2 + 2.
        var (order, margin) = StateMatcher.Assign([1, 2, 2, 100], 2);
        Assert.Equal([1, 0], order);
        Assert.Equal(97, margin);
    }

    [Fact]
    public void Match_RefitsOfOneChain_KeepTheLabels()
    {
        // Every fit has its own seed, so its own numbering; matching must undo it.
        var truth = RegimeSample.Truth(HmmCovariance.Full);
        var (x, _) = RegimeSample.Draw(truth, 6000, 41);
        var options = new HmmOptions { Covariance = HmmCovariance.Full, Restarts = 2 };
        HmmModel? former = null;
        var renumbered = 0;
        for (var refit = 0; refit < 6; refit++)
        {
            var window = x.AsSpan(2 * 500 * refit, 2 * 3000);
            var model = HmmLearner.Learn(window, 2, options, Key.Derive(refit), CancellationToken.None);
            if (former is not null)
            {
                var order = StateMatcher.Match(former, model).Order.ToArray();
                renumbered += order.SequenceEqual([0, 1, 2]) ? 0 : 1;
                model = model.Reorder(order);
                var before = former.Filter(window);
                var after = model.Filter(window);
                var equal = Enumerable.Range(0, 3000).Count(t => before.Likeliest(t) == after.Likeliest(t));
                Assert.True(equal > 2900, $"refit {refit}: {equal} of 3000 labels agree");
            }

            former = model;
        }

        Assert.True(renumbered > 0, "no fit numbered its states anew, so nothing was tried");
    }

    [Fact]
    public void Match_UnlikeModels_Throws()
    {
        var two = new HmmModel(HmmCovariance.Spherical, 1, [0.5, 0.5], [0.9, 0.1, 0.1, 0.9], [0, 1], [1, 1]);
        var one = new HmmModel(HmmCovariance.Spherical, 1, [1], [1], [0], [1]);
        Assert.Throws<ArgumentException>(() => StateMatcher.Match(two, one));
        Assert.Throws<ArgumentException>(() => StateMatcher.Distance(two, 0, RegimeSample.Truth(HmmCovariance.Full), 0));
    }

    private static IEnumerable<int[]> Permutations(int n) => n == 0
        ? [[]]
        : Permutations(n - 1).SelectMany(p => Enumerable.Range(0, n).Select(i => (int[])[.. p[..i], n - 1, .. p[i..]]));
}
