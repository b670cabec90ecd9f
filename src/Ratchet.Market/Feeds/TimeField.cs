using System.Buffers;
using System.Buffers.Text;
using System.Text;
using Ratchet.Market.Time;

namespace Ratchet.Market.Feeds;

/// <summary>
/// Times of one file: the unit is found by the first row's magnitude and must stay; text is ISO 8601, with a zone or in the zone of the options.
/// A local time that a zone's clocks showed twice is the one that keeps the file's order.
/// </summary>
internal sealed class TimeField(LineSource source, string column, string? timeZone)
{
    private const long Furthest = long.MaxValue / 1_000_000;

    private static readonly SearchValues<byte> TextMarks = SearchValues.Create("-:/TZ "u8);

    private readonly LocalClock? clock = timeZone is { } name ? new(name) : null;

    /// <summary>The unit; null before the first row.</summary>
    public TimeUnit? Unit { get; private set; }

    /// <summary>Milliseconds since 1970-01-01 UTC; a number with parts of a millisecond is refused, text is cut off there.</summary>
    public long Read(ReadOnlySpan<byte> text)
    {
        var isNumber = IsNumber(text);
        var (time, rest) = isNumber ? ReadNumber(text) : ReadText(text, mayRepeat: false);
        clock?.Follow(time);
        return rest == 0 || !isNumber
            ? time
            : throw Error(text, $"is no whole millisecond, read as {Name(Unit!.Value)}.", "Bars open on whole milliseconds; check that the column is the opening time.");
    }

    /// <summary>Nanoseconds since 1970-01-01 UTC, of rows that may share a time.</summary>
    public long ReadNanoseconds(ReadOnlySpan<byte> text)
    {
        var (time, rest) = IsNumber(text) ? ReadNumber(text) : ReadText(text, mayRepeat: true);
        clock?.Follow(time);
        return time is > -Furthest and < Furthest
            ? (time * 1_000_000) + rest
            : throw Error(text, "is after the year 2262.", "Check the column's unit; times are kept as nanoseconds since 1970-01-01 UTC.");
    }

    private static bool IsNumber(ReadOnlySpan<byte> text) => text.Length > 0 && !text[1..].ContainsAny(TextMarks);

    private (long Milliseconds, int Nanoseconds) ReadNumber(ReadOnlySpan<byte> text)
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
        return unit switch
        {
            TimeUnit.Seconds => (value * 1_000, 0),
            TimeUnit.Milliseconds => (value, 0),
            TimeUnit.Microseconds => (value / 1_000, (int)(value % 1_000) * 1_000),
            _ => (value / 1_000_000, (int)(value % 1_000_000)),
        };
    }

    private (long Milliseconds, int Nanoseconds) ReadText(ReadOnlySpan<byte> text, bool mayRepeat)
    {
        if (!IsoTime.TryParse(text, out var local, out var nanoseconds, out var offset))
        {
            throw Error(text, "is no time.", "Write ISO 8601 text such as 2024-01-31T13:05:00Z, or milliseconds since 1970-01-01 UTC.");
        }

        Settle(text, TimeUnit.Text);
        var rest = ((int)(local.Ticks % TimeSpan.TicksPerMillisecond) * 100) + nanoseconds;
        return (offset is { } minutes ? UtcTime.FromDateTime(local) - (minutes * 60_000L) : FromLocal(text, local, mayRepeat), rest);
    }

    private long FromLocal(ReadOnlySpan<byte> text, DateTime local, bool mayRepeat)
    {
        if (clock is null)
        {
            throw Error(text, "has no time zone.", "Say which one it is by the option TimeZone (--time-zone), such as America/New_York or UTC.");
        }

        return clock.TryResolve(local, mayRepeat, out var time)
            ? time
            : throw Error(text, $"does not exist in {clock.Zone}: clocks were put forward over it.", "Check that the option TimeZone is the file's zone.");
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
