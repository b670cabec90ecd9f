using Ratchet.Validation.Metrics;

namespace Ratchet.Validation.Objectives;

/// <summary>The six terms of the composite score before any mapping, in the order of its formula.</summary>
internal static class RawComponents
{
    public const string Sharpe = "sharpe";
    public const string ProfitFactor = "profit_factor";
    public const string Drawdown = "max_drawdown";
    public const string AlphaPersistence = "alpha_persistence";
    public const string TradeEfficiency = "trade_efficiency";
    public const string VolatilityPenalty = "volatility_penalty";

    public static ScoreComponent[] Of(PerformanceMetrics metrics, CompositeOptions options)
    {
        var efficiency = Metrics.TradeEfficiency.Of(metrics.WinRate, metrics.TradesPerYear, options.OptimumTradesPerYear);
        var excess = Math.Max(0, (metrics.Volatility / options.VolatilityBudget) - 1);
        return
        [
            Term(Sharpe, metrics.Sharpe, options.SharpeWeight),
            Term(ProfitFactor, metrics.ProfitFactor, options.ProfitFactorWeight),
            Term(Drawdown, metrics.MaximumDrawdown, options.DrawdownWeight),
            Term(AlphaPersistence, metrics.AlphaPersistence, options.AlphaPersistenceWeight),
            Term(TradeEfficiency, efficiency, options.TradeEfficiencyWeight),
            Term(VolatilityPenalty, excess, options.VolatilityWeight),
        ];
    }

    private static ScoreComponent Term(string name, double raw, double weight) => new(name, raw, raw, weight);
}
