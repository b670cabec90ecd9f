using Ratchet.Adaptation.Decomposition;
using Ratchet.Adaptation.Regimes;
using Ratchet.Adaptation.Weights;

namespace Ratchet.Adaptation.Tests.Weights;

public sealed class WeightTests
{
    private static readonly WeightOptions Options = new();

    [Fact]
    public void Composite_HandCalculatedFigures_IsTheWeightedSum()
    {
        // e 0.2 -> 0.6; p 1.5 -> 0.6; dd 3 R x 1 % = 3 % of 15 % -> 0.8; S 0.2 -> 0.5 + 0.5 tanh(0.1).
        var score = CompositeScore.Of(Figures(0.2, 1.5, 3, 0.2), Options, 0.01);
        Assert.Equal(0.6, score.Expectancy, 12);
        Assert.Equal(0.6, score.ProfitFactor, 12);
        Assert.Equal(0.8, score.Drawdown, 12);
        Assert.Equal(0.5 + (0.5 * Math.Tanh(0.1)), score.Sharpe, 12);
        Assert.Equal((0.4 * 0.6) + (0.3 * 0.6) + (0.2 * 0.8) + (0.1 * score.Sharpe), score.Value, 12);
    }

    [Theory]
    [InlineData(-5, 0)]
    [InlineData(0, 0.5)]
    [InlineData(5, 1)]
    public void Composite_Expectancy_IsClamped(double expectancy, double part) => Assert.Equal(part, CompositeScore.Of(Figures(expectancy, 1, 0, 0), Options, 0.01).Expectancy);

    [Fact]
    public void Composite_NoLosses_ProfitFactorIsOne() => Assert.Equal(1, CompositeScore.Of(Figures(1, double.PositiveInfinity, 0, double.NaN), Options, 0.01).ProfitFactor);

    [Theory]
    [InlineData(0, 0.1)]
    [InlineData(0.25, 0.45)]
    [InlineData(0.5, 0.8)]
    [InlineData(0.75, 1.4)]
    [InlineData(1, 2)]
    public void Target_Composite_IsLinearBetweenMinimumBaseAndMaximum(double composite, double target) =>
        Assert.Equal(target, new WeightTable([0.8], Options).Target(0, composite, Options), 12);

    [Fact]
    public void Update_GoodFigures_MovesByTheStepAndStopsAtTheTarget()
    {
        var table = new WeightTable([1], Options);
        var good = Figures(3, double.PositiveInfinity, 0, 100);
        Assert.True(table.Update(7, 0, MarketRegime.TrendUp, good, Options, 0.01, out var change));
        Assert.Equal((1, 1.15, WeightChangeReason.Stepped), (change.Before, Math.Round(change.After, 12), change.Reason));
        Assert.Equal(1, table[0, MarketRegime.TrendDown]);
        for (var i = 0; i < 10; i++)
        {
            table.Update(8, 0, MarketRegime.TrendUp, good, Options, 0.01, out _);
        }

        Assert.Equal(2, table[0, MarketRegime.TrendUp], 12);
        Assert.False(table.Update(9, 0, MarketRegime.TrendUp, good, Options, 0.01, out _));
    }

    [Theory]
    [InlineData(19, false)]
    [InlineData(20, true)]
    public void Update_TooFewTrades_LeavesTheWeight(int trades, bool moves)
    {
        var table = new WeightTable([1], Options);
        Assert.Equal(moves, table.Update(7, 0, MarketRegime.TrendUp, Figures(-1, 0.2, 10, -1) with { Trades = trades }, Options, 0.01, out _));
        Assert.Equal(moves, table[0, MarketRegime.TrendUp] != 1);
    }

    [Fact]
    public void Reset_MovedWeights_AreTheBaseAgain()
    {
        var table = new WeightTable([1, 0.8], Options);
        table.Update(7, 1, MarketRegime.Illiquid, Figures(-1, 0.2, 10, -1), Options, 0.01, out _);
        var changes = new List<WeightChange>();
        table.Reset(9, Options, changes);
        var change = Assert.Single(changes);
        Assert.Equal((1, MarketRegime.Illiquid, 0.8, WeightChangeReason.Reset), (change.Strategy, change.Regime, change.After, change.Reason));
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(0.0001, true)]
    [InlineData(0.9999, true)]
    [InlineData(1, false)]
    public void Validate_Step_HasBounds(double step, bool holds) => Assert.Equal(holds, Record.Exception(() => new WeightOptions { Step = step }.Validate()) is null);

    [Fact]
    public void Validate_SharesThatDoNotAddUp_AreNamed()
    {
        var exception = Assert.Throws<ArgumentOutOfRangeException>(() => new WeightOptions { SharpeShare = 0.2 }.Validate());
        Assert.Contains("SharpeShare", exception.Message, StringComparison.Ordinal);
    }

    private static PerformanceFigures Figures(double expectancy, double profitFactor, double drawdown, double sharpe) =>
        new(50, 0.5, 0.5, 1, 1, expectancy, profitFactor, sharpe, drawdown, 0, 0, 0, 1, 0, 0);
}
