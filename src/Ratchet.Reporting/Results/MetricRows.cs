using Ratchet.Validation.Metrics;

namespace Ratchet.Reporting.Results;

/// <summary>Every figure of a backtest, in the order in which it is shown.</summary>
public static class MetricRows
{
    /// <summary>What comes of the equity curve.</summary>
    public static IReadOnlyList<MetricRow> Curve { get; } =
    [
        Row("total_return", "Total return", MetricUnit.Share, m => m.TotalReturn),
        Row("annual_return", "Annual return", MetricUnit.Share, m => m.AnnualReturn),
        Row("volatility", "Volatility", MetricUnit.Share, m => m.Volatility),
        Row("sharpe", "Sharpe ratio", MetricUnit.Number, m => m.Sharpe),
        Row("sortino", "Sortino ratio", MetricUnit.Number, m => m.Sortino),
        Row("calmar", "Calmar ratio", MetricUnit.Number, m => m.Calmar),
        Row("omega", "Omega ratio", MetricUnit.Number, m => m.Omega),
        Row("max_drawdown", "Largest drawdown", MetricUnit.Share, m => m.MaximumDrawdown),
        Row("drawdown_duration", "Longest below a peak, bars", MetricUnit.Count, m => m.DrawdownDuration),
        Row("drawdown_recovery", "Recovery of the largest, bars", MetricUnit.Count, m => m.DrawdownRecovery),
        Row("ulcer_index", "Ulcer index", MetricUnit.Share, m => m.UlcerIndex),
        Row("cvar", "CVaR of a bar, 95 %", MetricUnit.Share, m => m.ConditionalValueAtRisk),
        Row("skewness", "Skewness", MetricUnit.Number, m => m.Skewness),
        Row("kurtosis", "Kurtosis", MetricUnit.Number, m => m.Kurtosis),
        Row("time_in_market", "Time in the market", MetricUnit.Share, m => m.TimeInMarket),
        Row("exposure", "Mean exposure", MetricUnit.Share, m => m.Exposure),
        Row("turnover", "Turnover a year", MetricUnit.Number, m => m.Turnover),
        Row("alpha_persistence", "Alpha persistence", MetricUnit.Number, m => m.AlphaPersistence),
    ];

    /// <summary>What comes of the trades; undefined without trades.</summary>
    public static IReadOnlyList<MetricRow> Trades { get; } =
    [
        Row("trades", "Trades", MetricUnit.Count, m => m.Trades),
        Traded("win_rate", "Winning trades", MetricUnit.Share, m => m.WinRate),
        Traded("profit_factor", "Profit factor", MetricUnit.Number, m => m.ProfitFactor),
        Traded("expectancy", "Expectancy, money", MetricUnit.Money, m => m.Expectancy),
        Traded("expectancy_r", "Expectancy, usual losses", MetricUnit.Number, m => m.ExpectancyR),
        Traded("payoff_ratio", "Payoff ratio", MetricUnit.Number, m => m.PayoffRatio),
        Traded("average_r", "Mean R", MetricUnit.Number, m => m.AverageR),
        Traded("sqn", "System quality number", MetricUnit.Number, m => m.SystemQuality),
        Traded("kelly", "Kelly fraction", MetricUnit.Share, m => m.KellyFraction),
        Traded("longest_losing_run", "Longest losing run", MetricUnit.Count, m => m.LongestLosingRun),
        Traded("fees_paid", "Fees paid", MetricUnit.Money, m => m.FeesPaid),
        Traded("trade_efficiency", "Trade efficiency", MetricUnit.Number, m => m.TradeEfficiency),
        new("composite", "Composite score", MetricUnit.Number, p => p.Score.Composite),
    ];

    private static MetricRow Row(string key, string name, MetricUnit unit, Func<PerformanceMetrics, double> value) => new(key, name, unit, p => value(p.Metrics));

    private static MetricRow Traded(string key, string name, MetricUnit unit, Func<PerformanceMetrics, double> value) =>
        new(key, name, unit, p => p.Metrics.Trades == 0 ? double.NaN : value(p.Metrics));
}
