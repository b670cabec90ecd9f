using Ratchet.Features.Labels;

namespace Ratchet.Features.Tests.Labels;

public sealed class BarrierProblemTests
{
    private static readonly LabelOptions Fixed = new() { MomentumBars = 5, VolatilityBars = 20, RoundTripCost = 0.001 };

    private static BarrierProblem Problem(int seed = 3) => new(LabelBars.Random(800, (ulong)seed), new(0, 600), new(), Fixed);

    private static TradeLabels Labels(double[] entry, double[] profit, double[] uniqueness, int[] touch) => new()
    {
        Entry = entry,
        Profit = profit,
        Position = entry,
        Exit = entry,
        LabelEnd = touch,
        Uniqueness = uniqueness,
        Barrier = new FirstBarrier[entry.Length],
        TouchIndex = touch,
        NetReturn = profit,
        LabelledCount = touch.Count(t => t >= 0),
    };

    [Fact]
    public void Score_FiveRowsOneUnlabelled_IsTheHandCalculation()
    {
        var score = BarrierProblem.Score(Labels(
            [1, 0, double.NaN, 0, 0], [0.5, -1, double.NaN, 0.1, 0], [0.5, 0.25, double.NaN, 1, 0.25], [2, 3, -1, 5, 6]));

        Assert.Equal(4, score.Labels);
        Assert.Equal(2.0, score.EffectiveLabels, 1e-15);
        Assert.Equal(0.5, score.MeanUniqueness, 1e-15);
        Assert.Equal(-0.1, score.MeanOutcome, 1e-15);
        Assert.Equal(0.8112781244591328, score.ClassEntropy, 1e-15);
    }

    [Fact]
    public void Score_NoLabels_LosesAgainstAll()
    {
        var none = BarrierProblem.Score(Labels([double.NaN], [double.NaN], [double.NaN], [-1]));
        var some = new BarrierScore(1, 1, 0, -9, 0.01);
        Assert.Equal(0, none.Labels);
        Assert.True(double.IsNaN(none.MeanOutcome));
        Assert.True(some.Dominates(none));
        Assert.False(none.Dominates(some));
    }

    [Fact]
    public void Dominates_OneBetterNoneWorse_Only()
    {
        var one = new BarrierScore(10, 5, 0.9, 0.1, 0.5);
        Assert.False(one.Dominates(one));
        Assert.True((one with { MeanOutcome = 0.2 }).Dominates(one));
        Assert.False((one with { MeanOutcome = 0.2, ClassEntropy = 0.8 }).Dominates(one));
        Assert.Throws<ArgumentException>(() => one.WriteCosts(new double[3]));
    }

    [Fact]
    public void Decode_BeyondTheRange_IsClampedAndRounded()
    {
        var options = Problem().Decode([9, 0.1, 12.6]);
        Assert.Equal((2.5, 0.4, 13), (options.ProfitMultiple, options.StopMultiple, options.HorizonBars));
        Assert.Equal(Fixed with { ProfitMultiple = 2.5, StopMultiple = 0.4, HorizonBars = 13 }, options);
    }

    [Fact]
    public void Evaluate_LaterBarsChanged_StaysTheSame()
    {
        var bars = LabelBars.Random(800, 3);
        var other = LabelBars.Joined(bars, 600, LabelBars.Random(800, 99));
        double[] proposal = [1, 1, 24];
        Assert.Equal(
            new BarrierProblem(bars, new(0, 600), new(), Fixed).Evaluate(proposal),
            new BarrierProblem(other, new(0, 600), new(), Fixed).Evaluate(proposal));
        Assert.NotEqual(
            new BarrierProblem(bars, new(0, 800), new(), Fixed).Evaluate(proposal),
            new BarrierProblem(other, new(0, 800), new(), Fixed).Evaluate(proposal));
    }

    [Fact]
    public void Evaluate_LongerHorizon_HasLessUniqueLabels()
    {
        var problem = Problem();
        Assert.True(problem.Evaluate([2.5, 2.5, 6]).MeanUniqueness > problem.Evaluate([2.5, 2.5, 48]).MeanUniqueness);
        Assert.True(problem.Evaluate([0.4, 2.5, 24]).ClassEntropy != problem.Evaluate([1.5, 1.5, 24]).ClassEntropy);
    }

    [Fact]
    public void Constructor_BadInput_IsRefusedByName()
    {
        var bars = LabelBars.Random(50, 1);
        Assert.Equal("fixedOptions", Assert.Throws<ArgumentException>(() => new BarrierProblem(bars, new(0, 50), new(), Fixed with { RoundTripCost = null })).ParamName);
        Assert.Equal("trainingBars", Assert.Throws<ArgumentException>(() => new BarrierProblem(bars, new(0, 51), new(), Fixed)).ParamName);
        Assert.Equal("MostStop", Assert.Throws<ArgumentOutOfRangeException>(() => new BarrierProblem(bars, new(0, 50), new() { MostStop = 0.3 }, Fixed)).ParamName);
        Assert.Throws<ArgumentException>(() => new BarrierProblem(bars, new(0, 50), new(), Fixed).Decode([1, 2]));
        Assert.Throws<ArgumentException>(() => new BarrierProblem(bars, new(0, 50), new(), Fixed).Decode([1, double.NaN, 3]));
    }
}
