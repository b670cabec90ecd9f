using Ratchet.Market.Instruments;
using Ratchet.Market.Time;

namespace Ratchet.Market.Bars;

/// <summary>
/// The opening times that bars of a time frame may have and, by a calendar, should have. Aligned to sessions, those are the opening of each session and
/// whole time frames after it, before the session ends. Keeps the session it looked at last: for one thread, and cheap for times that rise.
/// </summary>
public sealed class BarGrid
{
    // A session is shorter than this; calendars cut sessions to the range that is asked for, so that a range must begin this much earlier.
    private const long Before = 4 * UtcTime.MillisecondsPerDay;

    private readonly TimeFrame timeFrame;
    private readonly TradingCalendar calendar;
    private readonly long length;
    private TimeRange session;

    /// <summary>A grid.</summary>
    /// <param name="timeFrame">The length of a bar; at most a day where it is aligned to sessions.</param>
    /// <param name="calendar">When the market is open; around the clock has no sessions and gives the UTC grid.</param>
    /// <param name="alignment">What times are counted from.</param>
    /// <exception cref="ArgumentException">The time frame is longer than a day, and times are to be counted from sessions.</exception>
    public BarGrid(TimeFrame timeFrame, TradingCalendar calendar, BarAlignment alignment)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        this.timeFrame = timeFrame;
        this.calendar = calendar;
        length = timeFrame.Milliseconds;
        IsOfSessions = alignment == BarAlignment.Session && !ReferenceEquals(calendar, TradingCalendar.AroundTheClock);
        if (IsOfSessions && timeFrame > TimeFrame.Day1)
        {
            throw new ArgumentException($"{timeFrame} is longer than a day; sessions have bars of at most 1d.", nameof(timeFrame));
        }
    }

    /// <summary>Whether times are counted from the opening of sessions.</summary>
    public bool IsOfSessions { get; }

    /// <summary>Whether a bar may open at a time. On the UTC grid that does not depend on the calendar.</summary>
    /// <param name="time">Milliseconds since 1970-01-01 UTC.</param>
    public bool Holds(long time)
    {
        if (!IsOfSessions)
        {
            return UtcTime.Align(time, timeFrame) == time;
        }

        if (!session.Contains(time))
        {
            session = SessionAt(time);
        }

        return session.Contains(time) && (time - session.From) % length == 0;
    }

    /// <summary>How many bars a complete series has in a range; costs a step per session, not per bar.</summary>
    /// <param name="within">Which opening times are counted.</param>
    public long CountExpected(TimeRange within)
    {
        if (!IsOfSessions)
        {
            return calendar.CountExpected(timeFrame, within);
        }

        long count = 0;
        foreach (var open in calendar.Sessions(new(within.From - Before, within.To)))
        {
            if (open.To > within.From)
            {
                count += StepsTo(open.To - open.From) - StepsTo(Math.Max(within.From, open.From) - open.From);
            }
        }

        return count;
    }

    /// <summary>How many bars of a series the calendar expects; the others lie in no session.</summary>
    /// <param name="bars">Bars of this grid.</param>
    public long CountExpected(BarSeries bars)
    {
        ArgumentNullException.ThrowIfNull(bars);
        if (bars.Count == 0 || IsOfSessions || ReferenceEquals(calendar, TradingCalendar.AroundTheClock))
        {
            return bars.Count;
        }

        long count = 0;
        var at = 0;
        foreach (var expected in calendar.ExpectedOpenTimes(timeFrame, new(bars.OpenTime[0], bars.OpenTime[^1] + length)))
        {
            while (at < bars.Count && bars.OpenTime[at] < expected)
            {
                at++;
            }

            count += at < bars.Count && bars.OpenTime[at] == expected ? 1 : 0;
        }

        return count;
    }

    private long StepsTo(long distance) => (distance + length - 1) / length;

    private TimeRange SessionAt(long time)
    {
        // The end is far enough that the session is not cut there either.
        foreach (var open in calendar.Sessions(new(time - Before, time + Before)))
        {
            if (open.To > time)
            {
                return open;
            }
        }

        return default;
    }
}
