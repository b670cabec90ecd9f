namespace Ratchet.Validation.Metrics;

/// <summary>What metrics are measured against, and the caps that keep undefined ratios finite.</summary>
public sealed record MetricOptions
{
    /// <summary>The defaults.</summary>
    public static MetricOptions Default { get; } = new();

    /// <summary>The return of a bar without risk, taken off in the Sharpe ratio; a share. Default 0.</summary>
    public double RiskFreePerPeriod { get; init; }

    /// <summary>The return of a bar below which Sortino and Omega count a loss; a share. Default 0.</summary>
    public double MinimumAcceptableReturnPerPeriod { get; init; }

    /// <summary>The confidence of the tail risk, in (0, 1); the tail has the rest. Default 0.95.</summary>
    public double TailConfidence { get; init; } = 0.95;

    /// <summary>The highest profit factor and payoff ratio that are reported, also with winners and no losers; above 0. Default 100.</summary>
    public double ProfitFactorCap { get; init; } = 100;

    /// <summary>The largest absolute value of a ratio whose denominator may vanish (Sharpe, Sortino, Calmar, Omega, SQN); above 0. Default 1,000.</summary>
    public double RatioCap { get; init; } = 1000;

    /// <summary>The highest annual return that is reported, a share; short curves compound beyond every bound. Default 1e6.</summary>
    public double AnnualReturnCap { get; init; } = 1e6;

    /// <summary>The number of trades a year at which trade efficiency is highest; above 0. Default 200.</summary>
    public double OptimumTradesPerYear { get; init; } = 200;

    /// <summary>Checks every value.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A value is outside its range.</exception>
    public void Validate()
    {
        Require(double.IsFinite(RiskFreePerPeriod), nameof(RiskFreePerPeriod), RiskFreePerPeriod, "finite");
        Require(double.IsFinite(MinimumAcceptableReturnPerPeriod), nameof(MinimumAcceptableReturnPerPeriod), MinimumAcceptableReturnPerPeriod, "finite");
        Require(TailConfidence > 0 && TailConfidence < 1, nameof(TailConfidence), TailConfidence, "in (0, 1)");
        Require(ProfitFactorCap > 0 && double.IsFinite(ProfitFactorCap), nameof(ProfitFactorCap), ProfitFactorCap, "finite and above 0");
        Require(RatioCap > 0 && double.IsFinite(RatioCap), nameof(RatioCap), RatioCap, "finite and above 0");
        Require(AnnualReturnCap > 0 && double.IsFinite(AnnualReturnCap), nameof(AnnualReturnCap), AnnualReturnCap, "finite and above 0");
        Require(OptimumTradesPerYear > 0 && double.IsFinite(OptimumTradesPerYear), nameof(OptimumTradesPerYear), OptimumTradesPerYear, "finite and above 0");
    }

    private static void Require(bool holds, string field, double value, string range)
    {
        if (!holds)
        {
            throw new ArgumentOutOfRangeException(field, value, $"{field} must be {range}.");
        }
    }
}
