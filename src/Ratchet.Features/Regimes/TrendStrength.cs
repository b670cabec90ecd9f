namespace Ratchet.Features.Regimes;

/// <summary>How much of the price's path is a straight line, and which way it leads.</summary>
public static class TrendStrength
{
    /// <summary>
    /// sign(slope) x R² of the least-squares line of log price on time: 1 for a steady rise, -1 for a steady fall, near 0 without a trend;
    /// 0 where the window is flat (variance of log price below 1e-18).
    /// </summary>
    /// <param name="logPrices">Log prices, oldest first, at least 2.</param>
    /// <remarks>Cost: O(window).</remarks>
    public static double SignedFit(ReadOnlySpan<double> logPrices)
    {
        var count = logPrices.Length;
        var centre = (count - 1) / 2.0;
        var origin = logPrices[0];
        var mean = 0.0;
        foreach (var value in logPrices)
        {
            mean += value - origin;
        }

        mean /= count;
        var (covariance, time, variance) = (0.0, 0.0, 0.0);
        for (var i = 0; i < count; i++)
        {
            var t = i - centre;
            var d = logPrices[i] - origin - mean;
            covariance += t * d;
            time += t * t;
            variance += d * d;
        }

        return variance < 1e-18 * count ? 0 : Math.Clamp(covariance * Math.Abs(covariance) / (time * variance), -1, 1);
    }
}
