namespace Ratchet.Market.Quality;

/// <summary>
/// Median and median absolute deviation of the last numbers, exactly: they are kept sorted, and the deviation's median is found by walking outwards
/// from the median. A step costs O(window). Source of the rule: Hampel (1974).
/// </summary>
internal sealed class TrailingDeviation(int window)
{
    private readonly double[] sorted = new double[window];
    private readonly double[] ring = new double[window];
    private int seen;

    public int Count => Math.Min(seen, window);

    /// <summary>
    /// Whether <see cref="Distance"/> is above a threshold. Most numbers are told in O(1): where the elements at a quarter of the ranks from either end
    /// lie at least r = |value - median| / (1.4826 threshold) from the median, at least half of all deviations are r or more, hence the MAD is too.
    /// </summary>
    public bool IsBeyond(double value, double threshold)
    {
        var count = Count;
        var median = (sorted[(count - 1) / 2] + sorted[count / 2]) / 2;
        var radius = Math.Abs(value - median) / (1.4826 * threshold) * (1 + 1e-9);
        var quarter = count / 4;
        return !(median - sorted[quarter] >= radius && sorted[count - 1 - quarter] - median >= radius) && Distance(value) > threshold;
    }

    /// <summary>How many robust standard deviations a number lies from the median of those before it; 0 where they do not vary.</summary>
    public double Distance(double value)
    {
        var count = Count;
        var values = sorted.AsSpan(0, count);
        var median = (values[(count - 1) / 2] + values[count / 2]) / 2;
        var right = count / 2;
        var left = right - 1;
        double lower = 0;
        double deviation = 0;
        for (var taken = 0; taken <= count / 2; taken++)
        {
            lower = deviation;
            var below = left >= 0 ? median - values[left] : double.PositiveInfinity;
            var above = right < count ? values[right] - median : double.PositiveInfinity;
            deviation = below <= above ? below : above;
            if (below <= above)
            {
                left--;
            }
            else
            {
                right++;
            }
        }

        var mad = count % 2 == 1 ? deviation : (lower + deviation) / 2;
        return mad > 0 ? Math.Abs(value - median) / (1.4826 * mad) : 0;
    }

    public void Add(double value)
    {
        var count = Count;
        var slot = seen % window;
        var hole = count;
        if (seen >= window)
        {
            hole = FirstAtLeast(ring[slot], count);
        }

        // The numbers between the one that goes and the one that comes move by one place.
        var at = FirstAtLeast(value, count);
        if (at > hole)
        {
            at--;
            Array.Copy(sorted, hole + 1, sorted, hole, at - hole);
        }
        else
        {
            Array.Copy(sorted, at, sorted, at + 1, hole - at);
        }

        sorted[at] = value;
        ring[slot] = value;
        seen++;
    }

    private int FirstAtLeast(double value, int count)
    {
        var from = 0;
        var to = count;
        while (from < to)
        {
            var middle = (from + to) >>> 1;
            if (sorted[middle] < value)
            {
                from = middle + 1;
            }
            else
            {
                to = middle;
            }
        }

        return from;
    }
}
