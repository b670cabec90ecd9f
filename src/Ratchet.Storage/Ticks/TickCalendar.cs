using System.Globalization;

namespace Ratchet.Storage.Ticks;

/// <summary>Which partition a time belongs to: a UTC day, for options a month, for other numbers a year.</summary>
internal static class TickCalendar
{
    private const long NanosecondsPerDay = 86_400_000_000_000;

    /// <summary>The partition's name, such as <c>2024-08-09</c>, <c>2024-08</c> or <c>2024</c>; names sort by time.</summary>
    public static string NameOf(TickKind kind, long time) => First(kind, time).ToString(
        kind switch { TickKind.Options => "yyyy-MM", TickKind.Values => "yyyy", _ => "yyyy-MM-dd" }, CultureInfo.InvariantCulture);

    /// <summary>The last nanosecond of the partition that a time lies in.</summary>
    public static long LastOf(TickKind kind, long time)
    {
        var first = First(kind, time);
        var next = kind switch { TickKind.Options => first.AddMonths(1), TickKind.Values => first.AddYears(1), _ => first.AddDays(1) };
        return checked((TickColumns.DaysOf(next) * NanosecondsPerDay) - 1);
    }

    private static DateOnly First(TickKind kind, long time)
    {
        var day = TickColumns.DateOf((long)Math.Floor((decimal)time / NanosecondsPerDay));
        return kind switch { TickKind.Options => new(day.Year, day.Month, 1), TickKind.Values => new(day.Year, 1, 1), _ => day };
    }
}
