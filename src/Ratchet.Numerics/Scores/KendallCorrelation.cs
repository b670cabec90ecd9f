namespace Ratchet.Numerics.Scores;

/// <summary>Kendall's tau-b by counting the inversions of a merge sort (Knight, 1966). Cost O(n log n).</summary>
internal static class KendallCorrelation
{
    /// <summary>NaN where a side is constant or holds a NaN, and below two rows.</summary>
    public static double TauB(ReadOnlySpan<double> left, ReadOnlySpan<double> right) =>
        Pairs(left, right) is { Defined: true } pairs ? pairs.TauB : double.NaN;

    /// <summary>Null where a side holds a NaN.</summary>
    public static KendallPairs? Pairs(ReadOnlySpan<double> left, ReadOnlySpan<double> right)
    {
        for (var i = 0; i < left.Length; i++)
        {
            if (double.IsNaN(left[i]) || double.IsNaN(right[i]))
            {
                return null;
            }
        }

        var order = ScoreInputs.Ascending(left, out var sorted);
        var other = new double[order.Length];
        for (var i = 0; i < other.Length; i++)
        {
            other[i] = right[order[i]];
        }

        // Within a tie on the left the right side rises, so that pairs tied on the left count as no inversion.
        var tiedBoth = 0L;
        for (var first = 0; first < sorted.Length;)
        {
            var run = other.AsSpan(first, ScoreInputs.TieEnd(sorted, first) - first);
            run.Sort();
            tiedBoth += TieSums.Of(run).Pairs;
            first += run.Length;
        }

        var discordant = SortCountingInversions(other);
        var tiedLeft = TieSums.Of(sorted);
        var tiedRight = TieSums.Of(other);
        var all = (long)other.Length * (other.Length - 1) / 2;
        return new(other.Length, all - tiedLeft.Pairs - tiedRight.Pairs + tiedBoth - (2 * discordant), discordant, tiedLeft, tiedRight);
    }

    private static long SortCountingInversions(double[] values)
    {
        var inversions = 0L;
        var from = values.AsSpan();
        Span<double> to = new double[values.Length];
        for (var width = 1L; width < values.Length; width *= 2)
        {
            for (var start = 0L; start < values.Length; start += 2 * width)
            {
                var middle = (int)Math.Min(start + width, values.Length);
                var end = (int)Math.Min(start + (2 * width), values.Length);
                inversions += Merge(from[(int)start..middle], from[middle..end], to[(int)start..end]);
            }

            var swap = from;
            from = to;
            to = swap;
        }

        // After an odd number of passes the sorted numbers are in the second buffer.
        if (!from.Overlaps(values))
        {
            from.CopyTo(values);
        }

        return inversions;
    }

    private static long Merge(ReadOnlySpan<double> left, ReadOnlySpan<double> right, Span<double> to)
    {
        var inversions = 0L;
        var l = 0;
        var r = 0;
        for (var i = 0; i < to.Length; i++)
        {
            if (r == right.Length || (l < left.Length && left[l] <= right[r]))
            {
                to[i] = left[l++];
            }
            else
            {
                inversions += left.Length - l;
                to[i] = right[r++];
            }
        }

        return inversions;
    }
}
