using System.Globalization;
using Ratchet.Validation.Metrics;

namespace Ratchet.Validation.Objectives;

/// <summary>The verdict on the criteria, and how far they were missed.</summary>
/// <param name="Reasons">One sentence a missed criterion.</param>
/// <param name="Shortfall">
/// The sum of the relative shortfalls of the missed criteria, each in [0, 1]; 4 without trades.
/// Trades: (least - n) / least. Sharpe: d / (1 + d) with d = (limit - s) / max(limit, 0.5), so that worse is always lower.
/// Profit factor: (limit - pf) / limit. Drawdown: (dd - limit) / (1 - limit).
/// </param>
public readonly record struct Viability(IReadOnlyList<string> Reasons, double Shortfall)
{
    /// <summary>Whether every criterion is met.</summary>
    public bool IsMet => Reasons.Count == 0;

    /// <summary>Holds metrics against the criteria. A metric that is NaN misses its criterion by all.</summary>
    /// <param name="metrics">The metrics of a run.</param>
    /// <param name="options">The criteria.</param>
    public static Viability Of(PerformanceMetrics metrics, ViabilityOptions options)
    {
        var reasons = new List<string>();
        var shortfall = 0.0;
        if (metrics.Trades < options.MinimumTrades)
        {
            reasons.Add(Text($"{metrics.Trades} trades; at least {options.MinimumTrades} are needed."));
            shortfall += (double)(options.MinimumTrades - metrics.Trades) / options.MinimumTrades;
        }

        if (!(metrics.Sharpe > options.SharpeAbove))
        {
            reasons.Add(Text($"Sharpe ratio {metrics.Sharpe:0.###}; it must be above {options.SharpeAbove}."));
            var distance = (options.SharpeAbove - metrics.Sharpe) / Math.Max(options.SharpeAbove, 0.5);
            shortfall += Share(distance / (1 + distance));
        }

        if (!(metrics.ProfitFactor > options.ProfitFactorAbove))
        {
            reasons.Add(Text($"Profit factor {metrics.ProfitFactor:0.###}; it must be above {options.ProfitFactorAbove}."));
            shortfall += options.ProfitFactorAbove > 0 ? Share((options.ProfitFactorAbove - metrics.ProfitFactor) / options.ProfitFactorAbove) : 0;
        }

        if (!(metrics.MaximumDrawdown < options.DrawdownBelow))
        {
            reasons.Add(Text($"Maximum drawdown {metrics.MaximumDrawdown:0.###}; it must be below {options.DrawdownBelow}."));
            shortfall += options.DrawdownBelow < 1 ? Share((metrics.MaximumDrawdown - options.DrawdownBelow) / (1 - options.DrawdownBelow)) : 1;
        }

        return new(reasons, metrics.Trades == 0 ? 4 : shortfall);
    }

    private static double Share(double value) => double.IsNaN(value) ? 1 : Math.Clamp(value, 0, 1);

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
