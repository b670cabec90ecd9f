namespace Ratchet.Validation.Objectives;

/// <summary>
/// Weights, curves and criteria of the composite score. Weights are signed: rewards are from 0, penalties (drawdown, volatility) are up to 0.
/// </summary>
public sealed record CompositeOptions
{
    /// <summary>Weight of the Sharpe component. Default 0.40, from 0.</summary>
    public double SharpeWeight { get; init; } = 0.40;

    /// <summary>Weight of the profit factor component. Default 0.30, from 0.</summary>
    public double ProfitFactorWeight { get; init; } = 0.30;

    /// <summary>Weight of the drawdown penalty. Default -0.20, up to 0.</summary>
    public double DrawdownWeight { get; init; } = -0.20;

    /// <summary>Weight of alpha persistence. Default 0.10, from 0.</summary>
    public double AlphaPersistenceWeight { get; init; } = 0.10;

    /// <summary>Weight of trade efficiency. Default 0.05, from 0.</summary>
    public double TradeEfficiencyWeight { get; init; } = 0.05;

    /// <summary>Weight of the volatility penalty. Default -0.05, up to 0; both penalties together are above -1.</summary>
    public double VolatilityWeight { get; init; } = -0.05;

    /// <summary>The annual Sharpe ratio whose component is 0.5. Default 1.0, finite.</summary>
    public double SharpeTarget { get; init; } = 1.0;

    /// <summary>The slope of the Sharpe curve: 1 / (1 + exp(-slope (sharpe - target))). Default 1.5, above 0.</summary>
    public double SharpeSlope { get; init; } = 1.5;

    /// <summary>The profit factor whose component is 0.5. Default 1.1, above 0.</summary>
    public double ProfitFactorTarget { get; init; } = 1.1;

    /// <summary>The slope of the profit factor curve: 1 / (1 + exp(-slope ln(pf / target))). Default 4, above 0.</summary>
    public double ProfitFactorSlope { get; init; } = 4;

    /// <summary>The drawdown at and above which its component is 1; it is linear below. Default 0.30, in (0, 1].</summary>
    public double DrawdownLimit { get; init; } = 0.30;

    /// <summary>The trades a year at which trade efficiency is highest. Default 200, above 0.</summary>
    public double OptimumTradesPerYear { get; init; } = 200;

    /// <summary>The annual volatility, a share, up to which there is no penalty; at twice the budget the penalty is half. Default 0.20, above 0.</summary>
    public double VolatilityBudget { get; init; } = 0.20;

    /// <summary>The criteria below which a run is not viable.</summary>
    public ViabilityOptions Viability { get; init; } = new();

    /// <summary>Checks every value.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A value is outside its range.</exception>
    public void Validate()
    {
        Reward(SharpeWeight, nameof(SharpeWeight));
        Reward(ProfitFactorWeight, nameof(ProfitFactorWeight));
        Reward(AlphaPersistenceWeight, nameof(AlphaPersistenceWeight));
        Reward(TradeEfficiencyWeight, nameof(TradeEfficiencyWeight));
        Penalty(DrawdownWeight, nameof(DrawdownWeight));
        Penalty(VolatilityWeight, nameof(VolatilityWeight));
        Require(
            DrawdownWeight + VolatilityWeight > -1,
            nameof(DrawdownWeight),
            DrawdownWeight,
            $"above -1 together with VolatilityWeight, {VolatilityWeight}, so that a viable score stays above every non-viable one");
        Require(double.IsFinite(SharpeTarget), nameof(SharpeTarget), SharpeTarget, "finite");
        Positive(SharpeSlope, nameof(SharpeSlope));
        Positive(ProfitFactorTarget, nameof(ProfitFactorTarget));
        Positive(ProfitFactorSlope, nameof(ProfitFactorSlope));
        Require(DrawdownLimit > 0 && DrawdownLimit <= 1, nameof(DrawdownLimit), DrawdownLimit, "in (0, 1]");
        Positive(OptimumTradesPerYear, nameof(OptimumTradesPerYear));
        Positive(VolatilityBudget, nameof(VolatilityBudget));
        Viability.Validate();
    }

    private static void Reward(double value, string field) => Require(value >= 0 && double.IsFinite(value), field, value, "finite and not below 0");

    private static void Penalty(double value, string field) => Require(value <= 0 && double.IsFinite(value), field, value, "finite and not above 0");

    private static void Positive(double value, string field) => Require(value > 0 && double.IsFinite(value), field, value, "finite and above 0");

    private static void Require(bool holds, string field, double value, string range)
    {
        if (!holds)
        {
            throw new ArgumentOutOfRangeException(field, value, $"{field} must be {range}.");
        }
    }
}
