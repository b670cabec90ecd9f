using System.Globalization;
using Ratchet.Validation.Metrics;

namespace Ratchet.Validation.Significance;

/// <summary>Results that are too good are usually mistakes: this says so, with the likely causes.</summary>
public static class PlausibilityCheck
{
    /// <summary>The annual return above which a result is not believed, a share: 1,000 %.</summary>
    public const double AnnualReturnLimit = 10;

    /// <summary>The annual Sharpe ratio above which a result is not believed.</summary>
    public const double SharpeLimit = 6;

    /// <summary>One warning for each implausible figure; none for a plausible result.</summary>
    /// <param name="metrics">The metrics of a run.</param>
    public static IReadOnlyList<string> Warnings(PerformanceMetrics metrics)
    {
        var warnings = new List<string>();
        if (metrics.AnnualReturn > AnnualReturnLimit)
        {
            warnings.Add(Text(
                $"Annual return {metrics.AnnualReturn * 100:0} % is above 1000 %. Likely causes: information from the future, a short span compounded to a year, fees or slippage left out."));
        }

        if (metrics.Sharpe > SharpeLimit)
        {
            warnings.Add(Text(
                $"Sharpe ratio {metrics.Sharpe:0.##} is above {SharpeLimit}. Likely causes: information from the future, a wrong annualisation, too few bars, stale or filled prices."));
        }

        if (metrics.Trades > 0 && metrics.MaximumDrawdown == 0)
        {
            warnings.Add(Text(
                $"Drawdown is 0 over {metrics.Trades} trades. Likely causes: information from the future, equity that is not marked at every close, too few trades."));
        }

        return warnings;
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
