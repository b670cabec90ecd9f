using Ratchet.Numerics.Reductions;

namespace Ratchet.Features.Statistics;

/// <summary>
/// Fractional differentiation over a window of fixed width (Lopez de Prado, 2018, section 5.5): less memory is lost than by a first
/// difference, and the result can still be stationary.
/// </summary>
public static class FractionalDifference
{
    /// <summary>
    /// w[0] = 1, w[k] = -w[k-1] (d - k + 1) / k, up to the first whose magnitude is below the threshold (it is left out), or a greatest number.
    /// </summary>
    /// <param name="order">d, at least 0.</param>
    /// <param name="threshold">Above 0.</param>
    /// <param name="limit">The greatest number of weights, at least 1.</param>
    /// <returns>Weights by age: element 0 belongs to the newest value.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static double[] Weights(double order, double threshold, int limit)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(order);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(threshold);
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        var weights = new List<double> { 1 };
        while (weights.Count < limit)
        {
            var k = weights.Count;
            var weight = -weights[^1] * (order - k + 1) / k;
            if (Math.Abs(weight) < threshold)
            {
                break;
            }

            weights.Add(weight);
        }

        return [.. weights];
    }

    /// <summary>sum over k of w[k] x[t - k]; NaN before the window is full.</summary>
    /// <param name="values">x.</param>
    /// <param name="weights">w, by age.</param>
    /// <returns>As many as the values.</returns>
    /// <remarks>Cost: O(values x weights).</remarks>
    public static double[] Apply(ReadOnlySpan<double> values, ReadOnlySpan<double> weights)
    {
        var oldestFirst = Reversed(weights);
        var result = new double[values.Length];
        for (var t = 0; t < values.Length; t++)
        {
            var start = t - weights.Length + 1;
            result[t] = start < 0 ? double.NaN : LaneReduction.Dot(values.Slice(start, weights.Length), oldestFirst);
        }

        return result;
    }

    // Weights oldest first whose sum is 0: what they give does not change when all log prices move by a constant.
    internal static double[] LevelFree(double order, double threshold, int limit)
    {
        var weights = Reversed(Weights(order, threshold, limit));
        var mean = LaneReduction.Mean(weights);
        for (var i = 0; i < weights.Length; i++)
        {
            weights[i] -= mean;
        }

        return weights;
    }

    private static double[] Reversed(ReadOnlySpan<double> weights)
    {
        var reversed = weights.ToArray();
        Array.Reverse(reversed);
        return reversed;
    }
}
