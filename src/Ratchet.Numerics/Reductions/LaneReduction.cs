using System.Runtime.Intrinsics;

namespace Ratchet.Numerics.Reductions;

/// <summary>
/// Sums with one fixed order: element i goes to lane i mod 4, the tail too, and the result is (lane0 + lane1) + (lane2 + lane3).
/// The bits are the same on every machine, with or without vector instructions. NaN and infinities propagate as IEEE 754 says.
/// </summary>
public static class LaneReduction
{
    /// <summary>The sum; 0 for an empty span.</summary>
    /// <param name="values">The addends.</param>
    public static double Sum(ReadOnlySpan<double> values)
    {
        var lanes = Vector256<double>.Zero;
        var i = 0;
        for (; i <= values.Length - 4; i += 4)
        {
            lanes += Vector256.Create(values.Slice(i, 4));
        }

        return Finish(lanes, values[i..], ReadOnlySpan<double>.Empty);
    }

    /// <summary>The sum of products; 0 for empty spans.</summary>
    /// <param name="left">The first factors.</param>
    /// <param name="right">The second factors, as many.</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static double Dot(ReadOnlySpan<double> left, ReadOnlySpan<double> right)
    {
        if (left.Length != right.Length)
        {
            throw new ArgumentException($"left has {left.Length} elements and right has {right.Length}; they must agree.", nameof(right));
        }

        var lanes = Vector256<double>.Zero;
        var i = 0;
        for (; i <= left.Length - 4; i += 4)
        {
            lanes += Vector256.Create(left.Slice(i, 4)) * Vector256.Create(right.Slice(i, 4));
        }

        return Finish(lanes, left[i..], right[i..]);
    }

    /// <summary>The arithmetic mean; NaN for an empty span.</summary>
    /// <param name="values">The numbers.</param>
    public static double Mean(ReadOnlySpan<double> values) => values.IsEmpty ? double.NaN : Sum(values) / values.Length;

    /// <summary>The sum of squared deviations from a centre; 0 for an empty span.</summary>
    /// <param name="values">The numbers.</param>
    /// <param name="centre">What they are measured from, usually their mean.</param>
    public static double SumOfSquares(ReadOnlySpan<double> values, double centre)
    {
        var lanes = Vector256<double>.Zero;
        var centres = Vector256.Create(centre);
        var i = 0;
        for (; i <= values.Length - 4; i += 4)
        {
            var d = Vector256.Create(values.Slice(i, 4)) - centres;
            lanes += d * d;
        }

        for (var lane = 0; i < values.Length; i++, lane++)
        {
            var d = values[i] - centre;
            lanes = lanes.WithElement(lane, lanes.GetElement(lane) + (d * d));
        }

        return Total(lanes);
    }

    /// <summary>The variance about the mean.</summary>
    /// <param name="values">The numbers.</param>
    /// <param name="degreesOfFreedomLost">0 for the population's variance, 1 for the sample's.</param>
    /// <returns>NaN when fewer than degreesOfFreedomLost + 1 numbers are given.</returns>
    public static double Variance(ReadOnlySpan<double> values, int degreesOfFreedomLost) =>
        values.Length <= degreesOfFreedomLost
            ? double.NaN
            : SumOfSquares(values, Mean(values)) / (values.Length - degreesOfFreedomLost);

    private static double Finish(Vector256<double> lanes, ReadOnlySpan<double> left, ReadOnlySpan<double> right)
    {
        for (var lane = 0; lane < left.Length; lane++)
        {
            var term = right.IsEmpty ? left[lane] : left[lane] * right[lane];
            lanes = lanes.WithElement(lane, lanes.GetElement(lane) + term);
        }

        return Total(lanes);
    }

    private static double Total(Vector256<double> lanes) =>
        (lanes.GetElement(0) + lanes.GetElement(1)) + (lanes.GetElement(2) + lanes.GetElement(3));
}
