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
        if (seen >= window)
        {
            var old = Array.BinarySearch(sorted, 0, count, ring[slot]);
            Array.Copy(sorted, old + 1, sorted, old, count - old - 1);
            count--;
        }

        var at = Array.BinarySearch(sorted, 0, count, value);
        at = at < 0 ? ~at : at;
        Array.Copy(sorted, at, sorted, at + 1, count - at);
        sorted[at] = value;
        ring[slot] = value;
        seen++;
    }
}
