namespace Ratchet.Features.Statistics;

/// <summary>How evenly returns spread over their range.</summary>
public static class Entropy
{
    private const int Bins = 8;

    /// <summary>
    /// Shannon entropy of a histogram of eight equal bins from the least to the greatest return, divided by log 8: in [0, 1], 0 where all
    /// fall into one bin, and where the range is below a billionth.
    /// </summary>
    /// <param name="returns">Log returns.</param>
    public static double Histogram(ReadOnlySpan<double> returns)
    {
        var (least, greatest) = (double.PositiveInfinity, double.NegativeInfinity);
        foreach (var value in returns)
        {
            least = Math.Min(least, value);
            greatest = Math.Max(greatest, value);
        }

        var range = greatest - least;
        if (!(range > 1e-9))
        {
            return 0;
        }

        Span<int> counts = stackalloc int[Bins];
        counts.Clear();
        foreach (var value in returns)
        {
            counts[Math.Min(Bins - 1, (int)((value - least) / range * Bins))]++;
        }

        var sum = 0.0;
        foreach (var count in counts)
        {
            if (count > 0)
            {
                var share = (double)count / returns.Length;
                sum -= share * Math.Log(share);
            }
        }

        return sum / Math.Log(Bins);
    }
}
