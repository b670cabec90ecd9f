using Ratchet.Numerics.Reductions;

namespace Ratchet.Features.Statistics;

/// <summary>How the log returns of a window hang together.</summary>
public static class Dependence
{
    private const int HurstLags = 5;

    /// <summary>
    /// Autocorrelation at lag 1: sum (r[i] - m)(r[i-1] - m) / sum (r[i] - m)^2, in [-1, 1]; 0 where the window is flat.
    /// </summary>
    /// <param name="returns">Log returns.</param>
    public static double Autocorrelation(ReadOnlySpan<double> returns)
    {
        var mean = LaneReduction.Mean(returns);
        var sum = 0.0;
        for (var i = 1; i < returns.Length; i++)
        {
            sum += (returns[i] - mean) * (returns[i - 1] - mean);
        }

        var squares = LaneReduction.SumOfSquares(returns, mean);
        return squares < Moments.FlatVariance * returns.Length ? 0 : sum / squares;
    }

    /// <summary>
    /// The variance of overlapping sums of q returns over q times the variance of one, both unbiased (Lo and MacKinlay, 1988): 1 for a random
    /// walk, above 1 where moves continue, below where they revert; 1 where the window is flat.
    /// </summary>
    /// <param name="returns">Log returns, n of them.</param>
    /// <param name="q">At least 2, at most n / 2.</param>
    public static double VarianceRatio(ReadOnlySpan<double> returns, int q)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(q, 2);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(q, returns.Length / 2);
        var n = returns.Length;
        var mean = LaneReduction.Mean(returns);
        var one = LaneReduction.SumOfSquares(returns, mean) / (n - 1);
        if (one < Moments.FlatVariance)
        {
            return 1;
        }

        // The sum of q deviations slides: one enters, one leaves.
        var sliding = 0.0;
        for (var i = 0; i < q; i++)
        {
            sliding += returns[i] - mean;
        }

        var many = sliding * sliding;
        for (var i = q; i < n; i++)
        {
            sliding += returns[i] - returns[i - q];
            many += sliding * sliding;
        }

        return many / (q * (n - q + 1.0) * (1 - ((double)q / n))) / one;
    }

    /// <summary>
    /// The Hurst exponent by the growth of dispersion: the slope of log standard deviation of price changes over 1, 2, 4, 8 and 16 bars against
    /// log bars, kept in [0, 1]. 0.5 for a random walk, and where any of the dispersions is 0.
    /// </summary>
    /// <param name="logPrices">Log prices, at least 32.</param>
    public static double Hurst(ReadOnlySpan<double> logPrices)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(logPrices.Length, 1 << HurstLags);
        var covariance = 0.0;
        var spread = 0.0;
        const double Centre = (HurstLags - 1) / 2.0;
        for (var k = 0; k < HurstLags; k++)
        {
            var variance = ChangeVariance(logPrices, 1 << k);
            if (variance < Moments.FlatVariance)
            {
                return 0.5;
            }

            // Log base 2 of the lag is k itself; the half turns variance into deviation.
            covariance += (k - Centre) * 0.5 * Math.Log2(variance);
            spread += (k - Centre) * (k - Centre);
        }

        return Math.Clamp(covariance / spread, 0, 1);
    }

    private static double ChangeVariance(ReadOnlySpan<double> logPrices, int lag)
    {
        var count = logPrices.Length - lag;
        // The changes add up to the last prices less the first, lag of each.
        var mean = 0.0;
        for (var i = 0; i < lag; i++)
        {
            mean += logPrices[count + i] - logPrices[i];
        }

        mean /= count;
        var sum = 0.0;
        for (var i = 0; i < count; i++)
        {
            var d = logPrices[i + lag] - logPrices[i] - mean;
            sum += d * d;
        }

        return sum / count;
    }
}
