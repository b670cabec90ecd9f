namespace Ratchet.Features.Regimes;

/// <summary>
/// What regime models are shown of each bar, the same for the regime features and for studies of regimes: the trend of the last 20 and of the
/// last 60 bars, each the sum of log returns over (their standard deviation over 60 bars times the root of their number). Both look back only.
/// Without a trend they are near 0 with a spread near 1. A market that stands still for 60 bars gives 0.
/// </summary>
public static class RegimeObservations
{
    /// <summary>Numbers a row: the fast trend, then the slow.</summary>
    public const int Dimensions = FittedRegimes.Dimensions;

    /// <summary>The bar that the first row belongs to: 60 returns need 61 closes.</summary>
    public const int FirstBar = TrendObserver.SlowBars;

    /// <summary>The rows of bars <see cref="FirstBar"/> to the last, row-major. Cost O(60 n).</summary>
    /// <param name="closes">Closing prices above 0, oldest first.</param>
    /// <returns>(n - 60) x 2 numbers; empty for 60 closes or fewer.</returns>
    public static double[] Compute(ReadOnlySpan<double> closes)
    {
        var rows = new double[Dimensions * Math.Max(0, closes.Length - FirstBar)];
        var observer = new TrendObserver();
        var next = 0;
        foreach (var close in closes)
        {
            if (observer.Push(close))
            {
                rows[next++] = observer.Fast;
                rows[next++] = observer.Slow;
            }
        }

        return rows;
    }
}
