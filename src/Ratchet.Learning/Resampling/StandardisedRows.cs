using System.Runtime.Intrinsics;
using Ratchet.Numerics.Reductions;

namespace Ratchet.Learning.Resampling;

/// <summary>
/// Training rows as points: each feature less its mean, over its population standard deviation, both of the known values of the training rows alone.
/// Points are padded with zeros to a multiple of four, so that distances need no tail.
/// </summary>
internal sealed class StandardisedRows
{
    private readonly double[] points;
    private readonly int width;
    private readonly int features;
    private readonly bool hasMissing;

    public StandardisedRows(IReadOnlyList<ReadOnlyMemory<double>> columns, int[] rows)
    {
        features = columns.Count;
        width = (features + 3) / 4 * 4;
        points = new double[(long)rows.Length * width];
        var known = new double[rows.Length];
        for (var f = 0; f < features; f++)
        {
            var column = columns[f].Span;
            var count = 0;
            foreach (var row in rows)
            {
                known[count] = column[row];
                count += double.IsNaN(column[row]) ? 0 : 1;
            }

            hasMissing |= count < rows.Length;
            var values = known.AsSpan(0, count);
            var mean = LaneReduction.Mean(values);
            var deviation = Math.Sqrt(LaneReduction.Variance(values, 0));
            var scale = deviation > 0 ? 1 / deviation : 0;
            for (var i = 0; i < rows.Length; i++)
            {
                points[((long)i * width) + f] = double.IsNaN(column[rows[i]]) ? double.NaN : (column[rows[i]] - mean) * scale;
            }
        }
    }

    /// <summary>
    /// The places of the nearest of some points to one of them, itself left out; nearest first, of equals the lower place.
    /// </summary>
    /// <param name="place">The point.</param>
    /// <param name="among">Places of the points to look at, ascending.</param>
    /// <param name="nearest">Receives as many places as it is long; <paramref name="among"/> holds at least that many others.</param>
    public void Nearest(int place, ReadOnlySpan<int> among, Span<int> nearest)
    {
        Span<double> distances = stackalloc double[nearest.Length];
        var found = 0;
        foreach (var other in among)
        {
            if (other == place)
            {
                continue;
            }

            var limit = found == nearest.Length ? distances[^1] : double.PositiveInfinity;
            var distance = hasMissing ? KnownDistance(place, other) : Distance(place, other, limit);
            if (found == nearest.Length && !(distance < limit))
            {
                continue;
            }

            var at = found < nearest.Length ? found++ : found - 1;
            for (; at > 0 && distance < distances[at - 1]; at--)
            {
                distances[at] = distances[at - 1];
                nearest[at] = nearest[at - 1];
            }

            distances[at] = distance;
            nearest[at] = other;
        }
    }

    /// <summary>The squared distance; once it has passed the limit, any number not below the limit.</summary>
    private double Distance(int left, int right, double limit)
    {
        const int Stride = 16;
        var a = points.AsSpan(left * width, width);
        var b = points.AsSpan(right * width, width);
        var total = 0.0;
        for (var start = 0; start < width && total < limit; start += Stride)
        {
            var sum = Vector256<double>.Zero;
            var end = Math.Min(width, start + Stride);
            for (var i = start; i < end; i += 4)
            {
                var difference = Vector256.Create(a.Slice(i, 4)) - Vector256.Create(b.Slice(i, 4));
                sum += difference * difference;
            }

            total += Vector256.Sum(sum);
        }

        return total;
    }

    /// <summary>The squared distance over the features known in both, scaled up to all; infinite where none is.</summary>
    private double KnownDistance(int left, int right)
    {
        var a = points.AsSpan(left * width, features);
        var b = points.AsSpan(right * width, features);
        var total = 0.0;
        var known = 0;
        for (var i = 0; i < a.Length; i++)
        {
            var difference = a[i] - b[i];
            if (!double.IsNaN(difference))
            {
                total += difference * difference;
                known++;
            }
        }

        return known == 0 ? double.PositiveInfinity : total * features / known;
    }
}
