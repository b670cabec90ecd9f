using Ratchet.Numerics.Reductions;

namespace Ratchet.Features.Statistics;

/// <summary>
/// Shape of a window of log returns. A window whose variance is below 1e-18 counts as flat (no market moves a billionth a bar):
/// rounding would otherwise speak in place of the market.
/// </summary>
public static class Moments
{
    internal const double FlatVariance = 1e-18;

    /// <summary>The sample standard deviation (n - 1).</summary>
    /// <param name="window">At least two numbers; NaN for fewer.</param>
    public static double Deviation(ReadOnlySpan<double> window) => Math.Sqrt(LaneReduction.Variance(window, 1));

    /// <summary>m3 / m2^1.5 with population moments; 0 where the window is flat.</summary>
    /// <param name="window">The numbers.</param>
    public static double Skewness(ReadOnlySpan<double> window)
    {
        var (second, third, _) = Central(window);
        return second < FlatVariance ? 0 : third / (second * Math.Sqrt(second));
    }

    /// <summary>m4 / m2^2 - 3 with population moments, 0 for a normal distribution; 0 where the window is flat.</summary>
    /// <param name="window">The numbers.</param>
    public static double ExcessKurtosis(ReadOnlySpan<double> window)
    {
        var (second, _, fourth) = Central(window);
        return second < FlatVariance ? 0 : (fourth / (second * second)) - 3;
    }

    /// <summary>The last number in standard deviations (n - 1) from the mean; 0 where the deviation is below a billionth of the mean.</summary>
    /// <param name="window">Prices, above 0.</param>
    public static double LastStandardised(ReadOnlySpan<double> window)
    {
        var mean = LaneReduction.Mean(window);
        var variance = LaneReduction.SumOfSquares(window, mean) / (window.Length - 1);
        return variance <= FlatVariance * mean * mean ? 0 : (window[^1] - mean) / Math.Sqrt(variance);
    }

    private static (double Second, double Third, double Fourth) Central(ReadOnlySpan<double> window)
    {
        var mean = LaneReduction.Mean(window);
        var (second, third, fourth) = (0.0, 0.0, 0.0);
        foreach (var value in window)
        {
            var d = value - mean;
            var square = d * d;
            second += square;
            third += square * d;
            fourth += square * square;
        }

        return (second / window.Length, third / window.Length, fourth / window.Length);
    }
}
