using Ratchet.Market.Bars;
using Ratchet.Market.Feeds;
using Ratchet.Market.Instruments;
using Ratchet.Market.Time;

namespace Ratchet.Storage.Columns;

/// <summary>The last door before the store: only clean bars pass, and their share of the expected bars is measured.</summary>
internal static class SeriesQuality
{
    /// <exception cref="MarketDataException">A bar has a price that is not finite and positive, contradicts itself, or lies off the grid.</exception>
    public static void RequireClean(BarSeries bars)
    {
        for (var i = 0; i < bars.Count; i++)
        {
            if (!IsClean(bars, i))
            {
                throw new MarketDataException(
                    $"{bars.Symbol} {bars.TimeFrame}, bar {i} at {UtcTime.Format(bars.OpenTime[i])} is no clean bar: {bars[i]}. " +
                    "Prices must be finite, above 0 and low <= open, close <= high; volume finite and not negative; opening times on the time frame's grid.");
            }
        }
    }

    /// <summary>How many of the bars the calendar expects.</summary>
    public static long CountExpected(BarSeries bars, TradingCalendar calendar)
    {
        if (bars.Count == 0 || ReferenceEquals(calendar, TradingCalendar.AroundTheClock))
        {
            return bars.Count;
        }

        long count = 0;
        var at = 0;
        foreach (var expected in calendar.ExpectedOpenTimes(bars.TimeFrame, new TimeRange(bars.OpenTime[0], bars.OpenTime[^1] + bars.TimeFrame.Milliseconds)))
        {
            while (at < bars.Count && bars.OpenTime[at] < expected)
            {
                at++;
            }

            count += at < bars.Count && bars.OpenTime[at] == expected ? 1 : 0;
        }

        return count;
    }

    /// <summary>Sets the quality: expected bars that are there less those filled in, over those that the calendar expects from the first to the last; NaN without bars.</summary>
    public static BarManifest Measure(BarManifest manifest, TradingCalendar calendar)
    {
        if (manifest.Rows == 0)
        {
            return manifest with { Quality = double.NaN };
        }

        var count = calendar.CountExpected(manifest.TimeFrame, new(manifest.FirstOpenTime, manifest.LastOpenTime + manifest.TimeFrame.Milliseconds));
        return manifest with { Quality = count == 0 ? 0 : (double)(manifest.ExpectedRows - manifest.FilledBars) / count };
    }

    private static bool IsClean(BarSeries bars, int i)
    {
        var open = bars.Open[i];
        var high = bars.High[i];
        var low = bars.Low[i];
        var close = bars.Close[i];
        return low > 0 && double.IsFinite(high) && low <= Math.Min(open, close) && high >= Math.Max(open, close)
            && double.IsFinite(bars.Volume[i]) && bars.Volume[i] >= 0
            && UtcTime.Align(bars.OpenTime[i], bars.TimeFrame) == bars.OpenTime[i];
    }
}
