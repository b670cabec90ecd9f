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
        Span<double> variances = stackalloc double[HurstLags];
        ChangeVariances(logPrices, variances);
        var covariance = 0.0;
        var spread = 0.0;
        const double Centre = (HurstLags - 1) / 2.0;
        for (var k = 0; k < HurstLags; k++)
        {
            if (variances[k] < Moments.FlatVariance)
            {
                return 0.5;
            }

            // Log base 2 of the lag is k itself; the half turns variance into deviation.
            covariance += (k - Centre) * 0.5 * Math.Log2(variances[k]);
            spread += (k - Centre) * (k - Centre);
        }

        return Math.Clamp(covariance / spread, 0, 1);
    }

    // The five sums run side by side, each in its own order: one alone would wait for its additions. Benchmark P11.
    private static void ChangeVariances(ReadOnlySpan<double> prices, Span<double> variances)
    {
        var (m0, m1, m2, m3, m4) = (MeanChange(prices, 1), MeanChange(prices, 2), MeanChange(prices, 4), MeanChange(prices, 8), MeanChange(prices, 16));
        var (s0, s1, s2, s3, s4) = (0.0, 0.0, 0.0, 0.0, 0.0);
        for (var i = 0; i < prices.Length - 16; i++)
        {
            var ahead = prices.Slice(i, 17);
            var price = ahead[0];
            var (d0, d1, d2, d3, d4) = (ahead[1] - price - m0, ahead[2] - price - m1, ahead[4] - price - m2, ahead[8] - price - m3, ahead[16] - price - m4);
            s0 += d0 * d0;
            s1 += d1 * d1;
            s2 += d2 * d2;
            s3 += d3 * d3;
            s4 += d4 * d4;
        }

        variances[0] = Finish(prices, 1, m0, s0);
        variances[1] = Finish(prices, 2, m1, s1);
        variances[2] = Finish(prices, 4, m2, s2);
        variances[3] = Finish(prices, 8, m3, s3);
        variances[4] = Finish(prices, 16, m4, s4);
    }

    // The changes add up to the last prices less the first, lag of each.
    private static double MeanChange(ReadOnlySpan<double> prices, int lag)
    {
        var count = prices.Length - lag;
        var mean = 0.0;
        for (var i = 0; i < lag; i++)
        {
            mean += prices[count + i] - prices[i];
        }

        return mean / count;
    }

    private static double Finish(ReadOnlySpan<double> prices, int lag, double mean, double sum)
    {
        var count = prices.Length - lag;
        for (var i = prices.Length - 16; i < count; i++)
        {
            var d = prices[i + lag] - prices[i] - mean;
            sum += d * d;
        }

        return sum / count;
    }
}
