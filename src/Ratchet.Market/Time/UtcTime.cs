using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Ratchet.Market.Time;

/// <summary>Instants as milliseconds since 1970-01-01 UTC, and as ISO 8601 text.</summary>
public static class UtcTime
{
    /// <summary>Milliseconds in a day.</summary>
    public const long MillisecondsPerDay = 86_400_000;

    /// <summary>The last millisecond of the year 9999, the latest instant that has a text form.</summary>
    public const long Latest = 253_402_300_799_999;

    /// <summary>The first millisecond of the year 1, the earliest instant that has a text form.</summary>
    public const long Earliest = -62_135_596_800_000;

    private static readonly string[] Forms =
    [
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd HH:mm:ss.FFFFFFFK", "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd HH:mmK", "yyyy-MM-dd",
    ];

    /// <summary>Such as <c>2024-01-31T13:05:00Z</c>, with milliseconds only where there are some.</summary>
    /// <param name="time">Milliseconds since 1970-01-01 UTC.</param>
    /// <returns>Outside the years 1 to 9999, the number itself followed by " ms".</returns>
    public static string Format(long time) => time is < Earliest or > Latest
        ? $"{time} ms"
        : DateTime.UnixEpoch.AddTicks(time * TimeSpan.TicksPerMillisecond)
            .ToString(time % 1000 == 0 ? "yyyy-MM-dd'T'HH:mm:ss'Z'" : "yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    /// <summary>Reads a day or an ISO 8601 date and time; without a zone it is taken as UTC. Parts of a millisecond are cut off.</summary>
    /// <param name="text">Such as <c>2024-01-31</c>, <c>2024-01-31T13:05Z</c> or <c>2024-01-31 13:05:00+02:00</c>.</param>
    /// <exception cref="FormatException">The text is no such time.</exception>
    public static long Parse(string text) =>
        TryParse(text, out var time) ? time : throw new FormatException($"'{text}' is no time; write it as 2024-01-31 or 2024-01-31T13:05:00Z.");

    /// <summary>Reads the text form, or says that it is none.</summary>
    /// <param name="text">The text.</param>
    /// <param name="time">Milliseconds since 1970-01-01 UTC, when true is returned.</param>
    public static bool TryParse([NotNullWhen(true)] string? text, out long time)
    {
        var isTime = DateTime.TryParseExact(
            text, Forms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var value);
        time = isTime ? FromDateTime(value) : 0;
        return isTime;
    }

    /// <summary>The instant of a date and time that is UTC, parts of a millisecond cut off.</summary>
    /// <param name="value">Its kind is not looked at.</param>
    public static long FromDateTime(DateTime value) => (value.Ticks / TimeSpan.TicksPerMillisecond) + Earliest;

    /// <summary>
    /// The opening time of the bar that an instant lies in: the grid begins at 1970-01-01 UTC, for weeks at a Monday.
    /// </summary>
    /// <param name="time">Milliseconds since 1970-01-01 UTC.</param>
    /// <param name="timeFrame">The length of a bar.</param>
    public static long Align(long time, TimeFrame timeFrame)
    {
        var length = timeFrame.Milliseconds;
        var origin = timeFrame.Minutes % 10_080 == 0 ? 4 * MillisecondsPerDay : 0;
        var rest = (time - origin) % length;
        return time - (rest < 0 ? rest + length : rest);
    }
}
