namespace Ratchet.Reporting.Charts;

/// <summary>
/// Thins a long curve for drawing: of the points that fall on the same stretch of pixels only the lowest and the highest
/// are kept, in their order, so that no peak or trough is lost. The first and last point of every unbroken run stay.
/// </summary>
public static class MinMaxBuckets
{
    /// <summary>The indices to draw, ascending; -1 stands for a gap. Cost: one pass.</summary>
    /// <param name="x">Horizontal coordinates, not descending; NaN breaks the curve.</param>
    /// <param name="y">Vertical coordinates, of the same length; NaN breaks the curve.</param>
    /// <param name="bucket">The length of a stretch, above zero.</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The stretch is not above zero.</exception>
    public static IReadOnlyList<int> Reduce(ReadOnlySpan<double> x, ReadOnlySpan<double> y, double bucket)
    {
        if (x.Length != y.Length)
        {
            throw new ArgumentException($"x has {x.Length} values and y has {y.Length}; they must be equally long.", nameof(y));
        }

        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(bucket);
        var kept = new List<int>();
        var i = 0;
        while (i < x.Length)
        {
            if (!IsDrawn(x[i], y[i]))
            {
                i++;
                continue;
            }

            var end = i;
            while (end < x.Length && IsDrawn(x[end], y[end]))
            {
                end++;
            }

            if (kept.Count > 0)
            {
                kept.Add(-1);
            }

            Run(x, y, i, end, bucket, kept);
            i = end;
        }

        return kept;
    }

    private static void Run(ReadOnlySpan<double> x, ReadOnlySpan<double> y, int start, int end, double bucket, List<int> kept)
    {
        kept.Add(start);
        var at = start + 1;
        while (at < end - 1)
        {
            var cell = Math.Floor(x[at] / bucket);
            var low = at;
            var high = at;
            for (; at < end - 1 && Math.Floor(x[at] / bucket) == cell; at++)
            {
                low = y[at] < y[low] ? at : low;
                high = y[at] > y[high] ? at : high;
            }

            kept.Add(Math.Min(low, high));
            if (low != high)
            {
                kept.Add(Math.Max(low, high));
            }
        }

        if (end - 1 > start)
        {
            kept.Add(end - 1);
        }
    }

    private static bool IsDrawn(double x, double y) => !double.IsNaN(x) && !double.IsNaN(y);
}
