using System.Diagnostics.CodeAnalysis;
using Ratchet.Market.Time;

namespace Ratchet.Market.Instruments;

/// <summary>When an instrument trades, so that a gap in its bars can be told from a closed market. Immutable and safe for any number of threads.</summary>
public abstract class TradingCalendar
{
    private protected TradingCalendar(string name) => Name = name;

    /// <summary>Every hour of every day: crypto.</summary>
    public static TradingCalendar AroundTheClock { get; } = new AroundTheClockCalendar();

    /// <summary>
    /// CME Globex equity index futures: the session of a trade date runs from 17:00 of the day before to 16:00, Chicago time. Closed on New Year's Day,
    /// Christmas and Good Friday (to 08:15 where that is the first Friday of April, for the employment report); halts at 12:00 on the other United States holidays and at 12:15 on the shortened days around Independence Day,
    /// Thanksgiving and Christmas. Special closures are a table that ends in 2025; other holidays are computed by rule.
    /// </summary>
    public static TradingCalendar CmeGlobex { get; } = new SessionCalendar("cme-globex", "America/Chicago", GlobexSessions.Of);

    /// <summary>
    /// United States equities with pre-market and after hours: 04:00 to 20:00 New York time, to 17:00 on shortened days, not on exchange holidays.
    /// Special closures are a table that ends in 2025; other holidays are computed by rule.
    /// </summary>
    public static TradingCalendar UsEquityExtended { get; } = new SessionCalendar("us-equity-extended", "America/New_York", UsEquitySessions.Of);

    /// <summary>All calendars there are.</summary>
    public static IReadOnlyList<TradingCalendar> All { get; } = [AroundTheClock, CmeGlobex, UsEquityExtended];

    /// <summary>The name in configuration and manifests: <c>24/7</c>, <c>cme-globex</c> or <c>us-equity-extended</c>.</summary>
    public string Name { get; }

    /// <summary>Reads a calendar's name.</summary>
    /// <param name="name">The name; case does not matter.</param>
    /// <exception cref="FormatException">There is no such calendar.</exception>
    public static TradingCalendar Parse(string name) =>
        TryParse(name, out var calendar)
            ? calendar
            : throw new FormatException($"'{name}' is no trading calendar; there are {string.Join(", ", All.Select(c => c.Name))}.");

    /// <summary>Reads a calendar's name, or says that it is none.</summary>
    /// <param name="name">The name.</param>
    /// <param name="calendar">The calendar, when true is returned.</param>
    public static bool TryParse([NotNullWhen(true)] string? name, [NotNullWhen(true)] out TradingCalendar? calendar)
    {
        calendar = All.FirstOrDefault(c => string.Equals(c.Name, name, StringComparison.OrdinalIgnoreCase));
        return calendar is not null;
    }

    /// <summary>The spans of time in which the market is open, oldest first, cut to a range.</summary>
    /// <param name="within">Both ends must be within the years 1900 to 2200 where the calendar has sessions.</param>
    public abstract IEnumerable<TimeRange> Sessions(TimeRange within);

    /// <summary>The opening times of the bars that a complete series has in a range: those of the UTC grid during which the market is open at some moment.</summary>
    /// <param name="timeFrame">The length of a bar.</param>
    /// <param name="within">Which opening times are asked for.</param>
    public virtual IEnumerable<long> ExpectedOpenTimes(TimeFrame timeFrame, TimeRange within)
    {
        var length = timeFrame.Milliseconds;
        var next = long.MinValue;
        foreach (var session in Sessions(new(within.From, within.To + length)))
        {
            for (var time = Math.Max(next, UtcTime.Align(session.From, timeFrame)); time < session.To; time += length)
            {
                if (within.Contains(time))
                {
                    yield return time;
                }

                next = time + length;
            }
        }
    }

    /// <summary>How many bars a complete series has in a range; costs a step per session, not per bar.</summary>
    /// <param name="timeFrame">The length of a bar.</param>
    /// <param name="within">Which opening times are counted.</param>
    public virtual long CountExpected(TimeFrame timeFrame, TimeRange within)
    {
        var length = timeFrame.Milliseconds;
        var next = long.MinValue;
        long count = 0;
        foreach (var session in Sessions(new(within.From, within.To + length)))
        {
            var from = Math.Max(Math.Max(next, UtcTime.Align(session.From, timeFrame)), CeilingOf(within.From, timeFrame));
            var to = Math.Min(CeilingOf(session.To, timeFrame), CeilingOf(within.To, timeFrame));
            count += Math.Max(0, (to - from) / length);
            next = CeilingOf(session.To, timeFrame);
        }

        return count;
    }

    /// <inheritdoc/>
    public override string ToString() => Name;

    private static long CeilingOf(long time, TimeFrame timeFrame)
    {
        var floor = UtcTime.Align(time, timeFrame);
        return floor == time ? time : floor + timeFrame.Milliseconds;
    }
}
