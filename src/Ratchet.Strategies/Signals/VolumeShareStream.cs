using Ratchet.Market.Bars;
using Ratchet.Market.Time;

namespace Ratchet.Strategies.Signals;

/// <summary>
/// The volume of the last 24 hours over the median of that volume at every bar of the trailing days. Both windows go by the clock: bars that are missing count as no
/// volume. The median is exact: two heaps that hold the lower and the upper half of the window, and from which the oldest is taken out where it lies. NaN before
/// the given number of days has been seen, where the median is 0, and for bars longer than a day. O(log n) a bar, n being the bars in the window; allocates
/// nothing after construction.
/// </summary>
public sealed class VolumeShareStream
{
    private const int MinutesPerDay = 1440;

    private readonly long frame;
    private readonly long window;
    private readonly long least;
    private readonly int barsPerDay;
    private readonly long[] times;
    private readonly WindowSum day;
    private readonly SlidingMedian median;
    private int newest = -1;
    private long firstOpen = long.MinValue;

    /// <summary>A stream for one symbol.</summary>
    /// <param name="frame">The length of the bars.</param>
    /// <param name="days">The days of the median, 2 to 365.</param>
    /// <param name="leastDays">The days that must have been seen, 2 to <paramref name="days"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value is outside its range.</exception>
    public VolumeShareStream(TimeFrame frame, int days = 30, int leastDays = 7)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(frame.Minutes, 1, nameof(frame));
        OptionRange.Require(nameof(days), days, 2, 365);
        OptionRange.Require(nameof(leastDays), leastDays, 2, days);
        this.frame = frame.Milliseconds;
        window = days * UtcTime.MillisecondsPerDay;
        least = leastDays * UtcTime.MillisecondsPerDay;
        barsPerDay = (MinutesPerDay + frame.Minutes - 1) / frame.Minutes;
        var bars = barsPerDay * days;
        times = new long[bars];
        day = new(barsPerDay);
        median = new(bars);
    }

    /// <summary>The volume of the last 24 hours; NaN before a day has been seen.</summary>
    public double DayVolume { get; private set; } = double.NaN;

    /// <summary>Takes a closed bar and returns the share as of its close.</summary>
    /// <param name="bar">The bar; it must open after the one before.</param>
    public double Update(in Bar bar)
    {
        if (frame > UtcTime.MillisecondsPerDay)
        {
            return double.NaN;
        }

        firstOpen = firstOpen == long.MinValue ? bar.OpenTime : firstOpen;
        while (day.Count > 0 && (day.Count == barsPerDay || TimeOf(day.Count - 1) <= bar.OpenTime - UtcTime.MillisecondsPerDay))
        {
            day.RemoveOldest();
        }

        while (median.Count > 0 && (median.Count == times.Length || TimeOf(median.Count - 1) <= bar.OpenTime - window))
        {
            median.RemoveOldest();
        }

        newest = newest + 1 == times.Length ? 0 : newest + 1;
        times[newest] = bar.OpenTime;
        day.Add(bar.Volume);
        var seen = bar.OpenTime + frame - firstOpen;
        if (seen < UtcTime.MillisecondsPerDay)
        {
            return double.NaN;
        }

        DayVolume = day.Sum;
        median.Add(DayVolume);
        var middle = median.Median;
        return seen >= least && middle > 0 ? DayVolume / middle : double.NaN;
    }

    // The opening time of the bar so many bars ago.
    private long TimeOf(int age)
    {
        var slot = newest - age;
        return times[slot < 0 ? slot + times.Length : slot];
    }
}
