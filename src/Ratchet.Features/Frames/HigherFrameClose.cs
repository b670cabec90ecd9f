using Ratchet.Market.Time;

namespace Ratchet.Features.Frames;

/// <summary>
/// Gathers bars into those of a longer time frame, on boundaries of UTC (of Mondays where the frame is a number of weeks), and yields each
/// longer bar's close once it is closed:
/// on the bar whose end reaches the boundary, or, where that bar is missing, on the first bar beyond it. A longer bar whose beginning was
/// not seen at the start of the series is left out.
/// </summary>
internal struct HigherFrameClose(TimeFrame from, TimeFrame to)
{
    private const long Week = 7 * 1440;
    private const long FirstMonday = 4L * 1440 * 60_000;

    private readonly long length = to.Milliseconds;
    private readonly long barLength = from.Milliseconds;
    private readonly long origin = to.Minutes % Week == 0 ? FirstMonday : 0;
    private long end = long.MinValue;
    private bool isOpen;
    private double close;

    /// <summary>The most bars that pass before and with the one on which a number of longer bars are closed, none missing.</summary>
    public static int BarsToClose(TimeFrame from, TimeFrame to, int count)
    {
        var ratio = (to.Minutes + from.Minutes - 1) / from.Minutes;
        return ratio - 1 + (count * ratio);
    }

    /// <summary>Takes a bar. Up to two longer bars close with it: the one before it, whose last bar is missing, and its own.</summary>
    /// <param name="openTime">When the bar opened.</param>
    /// <param name="barClose">Its close.</param>
    /// <param name="earlier">The close of the longer bar that ended before this bar opened, or NaN.</param>
    /// <param name="own">The close of the longer bar that ended with this bar, or NaN.</param>
    public void Update(long openTime, double barClose, out double earlier, out double own)
    {
        earlier = double.NaN;
        own = double.NaN;
        if (openTime >= end)
        {
            earlier = isOpen ? close : double.NaN;
            var start = openTime - Modulo(openTime - origin, length);
            isOpen = end != long.MinValue || start == openTime;
            end = start + length;
        }

        close = barClose;
        if (isOpen && openTime + barLength >= end)
        {
            own = close;
            isOpen = false;
        }
    }

    private static long Modulo(long value, long divisor)
    {
        var rest = value % divisor;
        return rest < 0 ? rest + divisor : rest;
    }
}
