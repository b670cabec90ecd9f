using Ratchet.Numerics.Reductions;

namespace Ratchet.Validation.Metrics;

/// <summary>
/// Whether returns keep coming: over rolling windows of four weeks stepped by a week, half the share of windows with a positive return,
/// half the stability of the windows' Sharpe ratios.
/// </summary>
public static class AlphaPersistence
{
    private const int WindowWeeks = 4;

    /// <summary>
    /// 0.5 (positive windows / windows) + 0.5 max(0, 1 - sd / mean) of the windows' Sharpe ratios, the second part 0 when their mean is not positive.
    /// A window's return is the sum of its bars' returns; its Sharpe is mean / sample deviation, 0 without variance. The sd over windows is the
    /// sample's, 0 for a single window. Series shorter than a window are one window; an empty series has 0. In [0, 1].
    /// </summary>
    /// <param name="returns">The return of each bar.</param>
    /// <param name="periodsPerYear">Bars in a year; a week has periodsPerYear 7 / 365 of them, rounded, at least one.</param>
    public static double Of(ReadOnlySpan<double> returns, double periodsPerYear)
    {
        if (returns.IsEmpty)
        {
            return 0;
        }

        var week = Math.Max(1, (int)Math.Round(Math.Min(periodsPerYear * 7 / 365, returns.Length)));
        var length = (int)Math.Min((long)WindowWeeks * week, returns.Length);
        var windows = 1 + ((returns.Length - length) / week);
        var positive = 0;
        var sum = 0.0;
        var sumOfSquares = 0.0;
        for (var window = 0; window < windows; window++)
        {
            var part = returns.Slice(window * week, length);
            var mean = LaneReduction.Mean(part);
            var deviation = length < 2 ? 0 : Math.Sqrt(LaneReduction.SumOfSquares(part, mean) / (length - 1));
            var sharpe = deviation > Math.Abs(mean) * 1e-14 ? mean / deviation : 0;
            positive += mean > 0 ? 1 : 0;
            sum += sharpe;
            sumOfSquares += sharpe * sharpe;
        }

        var average = sum / windows;
        var spread = windows < 2 ? 0 : Math.Sqrt(Math.Max(0, sumOfSquares - (windows * average * average)) / (windows - 1));
        var stability = average > 0 ? Math.Max(0, 1 - (spread / average)) : 0;
        return (0.5 * positive / windows) + (0.5 * stability);
    }
}
