namespace Ratchet.Adaptation.Weights;

/// <summary>How weights follow performance.</summary>
public sealed record WeightOptions
{
    /// <summary>The largest move of a weight in one update, a share of the weight. Default 0.15, in (0, 1).</summary>
    public double Step { get; init; } = 0.15;

    /// <summary>The least weight. Default 0.1, in (0, 1].</summary>
    public double Minimum { get; init; } = 0.1;

    /// <summary>The largest weight. Default 2, in [1, 10].</summary>
    public double Maximum { get; init; } = 2;

    /// <summary>Trades in the window below which a weight stays. Default 20, in [2, 10,000].</summary>
    public int LeastTrades { get; init; } = 20;

    /// <summary>The drawdown, a share of the capital, at which its part of the composite is 0. Default 0.15, in (0, 1].</summary>
    public double DrawdownLimit { get; init; } = 0.15;

    /// <summary>The expectancy's share of the composite. Default 0.4; the four shares are in [0, 1] and add up to 1.</summary>
    public double ExpectancyShare { get; init; } = 0.4;

    /// <summary>The profit factor's share. Default 0.3.</summary>
    public double ProfitFactorShare { get; init; } = 0.3;

    /// <summary>The drawdown's share. Default 0.2.</summary>
    public double DrawdownShare { get; init; } = 0.2;

    /// <summary>The Sharpe ratio's share. Default 0.1.</summary>
    public double SharpeShare { get; init; } = 0.1;

    /// <summary>Checks every value.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A value is outside its range.</exception>
    public void Validate()
    {
        Require(Step is > 0 and < 1, nameof(Step), Step, "in (0, 1)");
        Require(Minimum is > 0 and <= 1, nameof(Minimum), Minimum, "in (0, 1]");
        Require(Maximum is >= 1 and <= 10, nameof(Maximum), Maximum, "in [1, 10]");
        Require(LeastTrades is >= 2 and <= 10_000, nameof(LeastTrades), LeastTrades, "in [2, 10000]");
        Require(DrawdownLimit is > 0 and <= 1, nameof(DrawdownLimit), DrawdownLimit, "in (0, 1]");
        Require(ExpectancyShare is >= 0 and <= 1, nameof(ExpectancyShare), ExpectancyShare, "in [0, 1]");
        Require(ProfitFactorShare is >= 0 and <= 1, nameof(ProfitFactorShare), ProfitFactorShare, "in [0, 1]");
        Require(DrawdownShare is >= 0 and <= 1, nameof(DrawdownShare), DrawdownShare, "in [0, 1]");
        Require(SharpeShare is >= 0 and <= 1, nameof(SharpeShare), SharpeShare, "in [0, 1]");
        var sum = ExpectancyShare + ProfitFactorShare + DrawdownShare + SharpeShare;
        Require(Math.Abs(sum - 1) < 1e-9, "ExpectancyShare + ProfitFactorShare + DrawdownShare + SharpeShare", sum, "1");
    }

    private static void Require(bool holds, string field, double value, string range)
    {
        if (!holds)
        {
            throw new ArgumentOutOfRangeException(field, value, $"{field} must be {range}.");
        }
    }
}
