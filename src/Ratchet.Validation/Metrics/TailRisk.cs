using MathNet.Numerics.Distributions;
using Ratchet.Numerics.Reductions;

namespace Ratchet.Validation.Metrics;

/// <summary>
/// Quantiles and tail averages of returns, in the unit of the returns: a loss is negative. NaN for an empty series.
/// Each method copies the series once; the linear-time selection leaves the caller's span as it was.
/// </summary>
public static class TailRisk
{
    /// <summary>The quantile with linear interpolation between order statistics at (n - 1) q (type 7 of Hyndman and Fan, 1996).</summary>
    /// <param name="values">The numbers, finite.</param>
    /// <param name="q">In [0, 1].</param>
    /// <exception cref="ArgumentOutOfRangeException">q is outside [0, 1].</exception>
    public static double Quantile(ReadOnlySpan<double> values, double q)
    {
        if (!(q >= 0 && q <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(q), q, "q must be in [0, 1].");
        }

        if (values.IsEmpty)
        {
            return double.NaN;
        }

        var copy = values.ToArray();
        var place = (copy.Length - 1) * q;
        var below = Math.Min((int)place, copy.Length - 1);
        var lower = OrderSelection.Select(copy, below);
        if (below == copy.Length - 1)
        {
            return lower;
        }

        var upper = double.PositiveInfinity;
        foreach (var value in copy.AsSpan(below + 1))
        {
            upper = Math.Min(upper, value);
        }

        return lower + ((place - below) * (upper - lower));
    }

    /// <summary>The historical value at risk: the quantile at 1 - confidence.</summary>
    /// <param name="returns">The returns.</param>
    /// <param name="confidence">In [0, 1].</param>
    public static double ValueAtRisk(ReadOnlySpan<double> returns, double confidence) => Quantile(returns, 1 - confidence);

    /// <summary>The mean of the returns at or below the historical value at risk. With many equal returns at the quantile it takes them all.</summary>
    /// <param name="returns">The returns.</param>
    /// <param name="confidence">In [0, 1].</param>
    public static double MeanBeyondValueAtRisk(ReadOnlySpan<double> returns, double confidence)
    {
        var bound = ValueAtRisk(returns, confidence);
        var sum = 0.0;
        var count = 0;
        foreach (var value in returns)
        {
            if (value <= bound)
            {
                sum += value;
                count++;
            }
        }

        return sum / count;
    }

    /// <summary>
    /// The conditional value at risk as the average of exactly the worst (1 - confidence) n returns, the last one by its fraction
    /// (Rockafellar and Uryasev, 2002); the whole mean when that is everything.
    /// </summary>
    /// <param name="returns">The returns.</param>
    /// <param name="confidence">In [0, 1); below 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The confidence is outside its range.</exception>
    public static double ConditionalValueAtRisk(ReadOnlySpan<double> returns, double confidence) =>
        returns.IsEmpty ? double.NaN : WorstMean(returns.ToArray(), confidence);

    /// <summary>The conditional value at risk of a normal distribution: mean - deviation phi(z) / (1 - confidence), z the quantile at 1 - confidence.</summary>
    /// <param name="mean">The mean return.</param>
    /// <param name="deviation">The standard deviation.</param>
    /// <param name="confidence">In (0, 1).</param>
    public static double GaussianConditionalValueAtRisk(double mean, double deviation, double confidence)
    {
        var tail = 1 - confidence;
        return mean - (deviation * Normal.PDF(0, 1, Normal.InvCDF(0, 1, tail)) / tail);
    }

    /// <summary>|quantile 95 %| / |quantile 5 %|: how much wider the right tail is than the left.</summary>
    /// <param name="returns">The returns.</param>
    public static double TailRatio(ReadOnlySpan<double> returns) => Math.Abs(Quantile(returns, 0.95)) / Math.Abs(Quantile(returns, 0.05));

    /// <summary>The exact tail average over a span that it may reorder.</summary>
    internal static double WorstMean(Span<double> returns, double confidence)
    {
        if (!(confidence >= 0 && confidence < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(confidence), confidence, "confidence must be in [0, 1).");
        }

        var size = (1 - confidence) * returns.Length;
        var whole = (int)Math.Floor(size + 1e-9);
        if (whole >= returns.Length)
        {
            return LaneReduction.Mean(returns);
        }

        var fraction = Math.Max(0, size - whole);
        var next = OrderSelection.Select(returns, whole);
        return (LaneReduction.Sum(returns[..whole]) + (fraction * next)) / size;
    }
}
