using System.Buffers;
using System.Buffers.Text;
using System.Text;
using NodaTime;
using Ratchet.Market.Time;

namespace Ratchet.Market.Feeds;

/// <summary>
/// Times of one file: the unit is found by the first row's magnitude and must stay; text is ISO 8601, with a zone or in the zone of the options.
/// A local time that a zone's clocks showed twice is the one that keeps the file's order.
/// </summary>
internal sealed class TimeField(LineSource source, string column, BarCsvOptions options)
{
    private static readonly SearchValues<byte> TextMarks = SearchValues.Create("-:/TZ "u8);

    private readonly DateTimeZone? zone = options.TimeZone is { } name
        ? DateTimeZoneProviders.Tzdb.GetZoneOrNull(name)
            ?? throw new MarketDataException($"TimeZone '{name}' is no IANA time zone. Write one such as America/New_York, Europe/Berlin or UTC.")
        : null;

    private long previous = long.MinValue;
    private bool descends;

    /// <summary>The unit; null before the first row.</summary>
    public TimeUnit? Unit { get; private set; }

    public long Read(ReadOnlySpan<byte> text)
    {
        var time = IsNumber(text) ? ReadNumber(text) : ReadText(text);
        descends = previous != long.MinValue && time < previous;
        previous = time;
        return time;
    }

    private static bool IsNumber(ReadOnlySpan<byte> text) => text.Length > 0 && !text[1..].ContainsAny(TextMarks);

    private long ReadNumber(ReadOnlySpan<byte> text)
    {
        if (!Utf8Parser.TryParse(text, out long value, out var used) || (used < text.Length && text[used..].TrimEnd((byte)'0') is not [(byte)'.']))
        {
            throw Error(text, "is no time.", "Write seconds, milliseconds, microseconds or nanoseconds since 1970, or ISO 8601 text.");
        }

        TimeUnit? unit = value switch
        {
            < 100_000_000 => null,
            < 100_000_000_000 => TimeUnit.Seconds,
            < 100_000_000_000_000 => TimeUnit.Milliseconds,
            < 100_000_000_000_000_000 => TimeUnit.Microseconds,
            _ => TimeUnit.Nanoseconds,
        };
        Settle(text, unit ?? throw Error(text, "is too small for a time since 1970 in any unit.", "Write milliseconds since 1970-01-01 UTC, or ISO 8601 text."));
        var divisor = unit switch { TimeUnit.Microseconds => 1_000, TimeUnit.Nanoseconds => 1_000_000, _ => 1 };
        if (value % divisor != 0)
        {
            throw Error(text, $"is no whole millisecond, read as {Name(unit.Value)}.", "Bars open on whole milliseconds; check that the column is the opening time.");
        }

        return unit == TimeUnit.Seconds ? value * 1_000 : value / divisor;
    }

    private long ReadText(ReadOnlySpan<byte> text)
    {
        if (!IsoTime.TryParse(text, out var local, out var offset))
        {
            throw Error(text, "is no time.", "Write ISO 8601 text such as 2024-01-31T13:05:00Z, or milliseconds since 1970-01-01 UTC.");
        }

        Settle(text, TimeUnit.Text);
        return offset is { } minutes ? UtcTime.FromDateTime(local) - (minutes * 60_000L) : FromLocal(text, local);
    }

    private long FromLocal(ReadOnlySpan<byte> text, DateTime local)
    {
        if (zone is null)
        {
            throw Error(text, "has no time zone.", "Say which one it is by the option TimeZone (--time-zone), such as America/New_York or UTC.");
        }

        var mapping = zone.MapLocal(LocalDateTime.FromDateTime(local));
        if (mapping.Count == 0)
        {
            throw Error(text, $"does not exist in {zone.Id}: clocks were put forward over it.", "Check that the option TimeZone is the file's zone.");
        }

        var first = mapping.First().ToInstant().ToUnixTimeMilliseconds();
        var last = mapping.Last().ToInstant().ToUnixTimeMilliseconds();
        return descends ? (last < previous ? last : first) : first > previous ? first : last;
    }

    private void Settle(ReadOnlySpan<byte> text, TimeUnit unit)
    {
        Unit ??= unit;
        if (Unit != unit)
        {
            throw Error(
                text, $"is written in {Name(unit)}, the rows before in {Name(Unit.Value)}.", "Split the file where the unit changes, or write one unit throughout.");
        }
    }

    private MarketDataException Error(ReadOnlySpan<byte> text, string problem, string remedy) =>
        source.Error(column, $"'{Encoding.UTF8.GetString(text)}' {problem}", remedy);

    private static string Name(TimeUnit unit) => unit switch
    {
        TimeUnit.Seconds => "seconds",
        TimeUnit.Milliseconds => "milliseconds",
        TimeUnit.Microseconds => "microseconds",
        TimeUnit.Nanoseconds => "nanoseconds",
        _ => "ISO 8601 text",
    };
}
