using Ratchet.Market.Bars;
using Ratchet.Market.Time;

namespace Ratchet.Features.Frames;

/// <summary>
/// Gathers bars into those of a longer time frame, on boundaries of UTC (of Mondays where the frame is a number of weeks), and yields each
/// longer bar once it is closed: on the bar whose end reaches the boundary, or, where that bar is missing, on the first bar beyond it. A longer
/// bar whose beginning was not seen at the start of the series is left out. Prices are first, highest, lowest and last; volumes and counts are sums.
/// </summary>
/// <param name="from">The length of the bars given.</param>
/// <param name="to">The length of the longer bars, a multiple.</param>
public struct HigherFrameBars(TimeFrame from, TimeFrame to)
{
    private const long Week = 7 * 1440;
    private const long FirstMonday = 4L * 1440 * 60_000;

    private readonly long length = to.Milliseconds;
    private readonly long barLength = from.Milliseconds;
    private readonly long origin = to.Minutes % Week == 0 ? FirstMonday : 0;
    private long end = long.MinValue;
    private bool isOpen;
    private Bar longer;

    /// <summary>The most bars that pass before and with the one on which a number of longer bars are closed, none missing.</summary>
    /// <param name="from">The length of the bars given.</param>
    /// <param name="to">The length of the longer bars.</param>
    /// <param name="count">How many longer bars.</param>
    public static int BarsToClose(TimeFrame from, TimeFrame to, int count)
    {
        var ratio = (to.Minutes + from.Minutes - 1) / from.Minutes;
        return ratio - 1 + (count * ratio);
    }

    /// <summary>Takes a bar. Up to two longer bars close with it: the one before it, whose last bar is missing, and its own.</summary>
    /// <param name="bar">The bar.</param>
    /// <param name="earlier">The longer bar that ended before this bar opened, where true is in <paramref name="hasEarlier"/>.</param>
    /// <param name="hasEarlier">Whether there is such a bar.</param>
    /// <param name="own">The longer bar that ended with this bar, where true is returned.</param>
    public bool Update(in Bar bar, out Bar earlier, out bool hasEarlier, out Bar own)
    {
        hasEarlier = false;
        earlier = default;
        own = default;
        if (bar.OpenTime >= end)
        {
            hasEarlier = isOpen;
            earlier = longer;
            var start = bar.OpenTime - Modulo(bar.OpenTime - origin, length);
            isOpen = end != long.MinValue || start == bar.OpenTime;
            end = start + length;
            longer = bar with { OpenTime = start };
        }
        else
        {
            longer = new(
                longer.OpenTime,
                longer.Open,
                Math.Max(longer.High, bar.High),
                Math.Min(longer.Low, bar.Low),
                bar.Close,
                longer.Volume + bar.Volume,
                longer.TradeCount + bar.TradeCount,
                longer.TakerBuyVolume + bar.TakerBuyVolume);
        }

        if (!isOpen || bar.OpenTime + barLength < end)
        {
            return false;
        }

        own = longer;
        isOpen = false;
        return true;
    }

    private static long Modulo(long value, long divisor)
    {
        var rest = value % divisor;
        return rest < 0 ? rest + divisor : rest;
    }
}
