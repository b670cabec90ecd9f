using Ratchet.Market.Bars;
using Ratchet.Market.Feeds;
using Ratchet.Market.Time;

namespace Ratchet.Storage.Columns;

/// <summary>The last door before the store: only clean bars pass, and their share of the expected bars is measured.</summary>
internal static class SeriesQuality
{
    /// <exception cref="MarketDataException">A bar has a price that is not finite and positive, contradicts itself, or lies off the grid.</exception>
    public static void RequireClean(BarSeries bars, BarGrid grid)
    {
        for (var i = 0; i < bars.Count; i++)
        {
            if (!IsClean(bars, i) || !grid.Holds(bars.OpenTime[i]))
            {
                throw new MarketDataException(
                    $"{bars.Symbol} {bars.TimeFrame}, bar {i} at {UtcTime.Format(bars.OpenTime[i])} is no clean bar: {bars[i]}. " +
                    "Prices must be finite, above 0 and low <= open, close <= high; volume finite and not negative; opening times " +
                    (grid.IsOfSessions ? "whole time frames after the opening of their session." : "on the time frame's grid."));
            }
        }
    }

    /// <summary>Sets the quality: expected bars that are there less those filled in, over those that the calendar expects from the first to the last; NaN without bars.</summary>
    public static BarManifest Measure(BarManifest manifest, BarGrid grid)
    {
        if (manifest.Rows == 0)
        {
            return manifest with { Quality = double.NaN };
        }

        var count = grid.CountExpected(new TimeRange(manifest.FirstOpenTime, manifest.LastOpenTime + manifest.TimeFrame.Milliseconds));
        return manifest with { Quality = count == 0 ? 0 : (double)(manifest.ExpectedRows - manifest.FilledBars) / count };
    }

    private static bool IsClean(BarSeries bars, int i)
    {
        var open = bars.Open[i];
        var high = bars.High[i];
        var low = bars.Low[i];
        var close = bars.Close[i];
        return low > 0 && double.IsFinite(high) && low <= Math.Min(open, close) && high >= Math.Max(open, close)
            && double.IsFinite(bars.Volume[i]) && bars.Volume[i] >= 0;
    }
}
