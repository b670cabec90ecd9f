using Ratchet.Market.Bars;
using Ratchet.Market.Time;

namespace Ratchet.Connectors.Binance.Download;

/// <summary>Which bars of a range an archive does not have.</summary>
internal static class MissingBars
{
    /// <summary>The spans of opening times on the grid that are not stored, rising; each begins and ends with a bar that is missing.</summary>
    public static List<TimeRange> Find(BarSeries? stored, TimeFrame timeFrame, TimeRange range)
    {
        var step = timeFrame.Milliseconds;
        var missing = new List<TimeRange>();
        var at = range.From;
        var times = stored is null ? [] : stored.OpenTime;
        for (var i = LowerBound(times, at); i < times.Length && times[i] < range.To; i++)
        {
            if (times[i] > at)
            {
                missing.Add(new(at, times[i]));
            }

            at = times[i] + step;
        }

        if (at < range.To)
        {
            missing.Add(new(at, range.To));
        }

        return missing;
    }

    /// <summary>Joins spans between which so few bars are stored that asking for them too costs no request.</summary>
    public static List<TimeRange> Merge(List<TimeRange> spans, long closest)
    {
        var merged = new List<TimeRange>();
        foreach (var span in spans)
        {
            if (merged.Count > 0 && span.From - merged[^1].To < closest)
            {
                merged[^1] = new(merged[^1].From, span.To);
            }
            else
            {
                merged.Add(span);
            }
        }

        return merged;
    }

    /// <summary>The first index whose time is not before the one given.</summary>
    public static int LowerBound(ReadOnlySpan<long> times, long time)
    {
        var low = 0;
        var high = times.Length;
        while (low < high)
        {
            var middle = (int)(((uint)low + (uint)high) / 2);
            (low, high) = times[middle] < time ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
