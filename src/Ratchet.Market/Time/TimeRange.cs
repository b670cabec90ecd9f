using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Ratchet.Market.Time;

/// <summary>
/// A half-open span of UTC time: <paramref name="From"/> is in it, <paramref name="To"/> is not. An open end is <see cref="long.MinValue"/> or
/// <see cref="long.MaxValue"/>. The default value is the empty range at 1970-01-01.
/// </summary>
/// <param name="From">The first millisecond since 1970-01-01 UTC.</param>
/// <param name="To">The millisecond after the last.</param>
public readonly record struct TimeRange(long From, long To)
{
    /// <summary>All of time.</summary>
    public static TimeRange All { get; } = new(long.MinValue, long.MaxValue);

    /// <summary>Whether no instant is in the range.</summary>
    public bool IsEmpty => To <= From;

    /// <summary>Whether an instant is in the range.</summary>
    /// <param name="time">Milliseconds since 1970-01-01 UTC.</param>
    public bool Contains(long time) => time >= From && time < To;

    /// <summary>What two ranges share; empty where they share nothing.</summary>
    /// <param name="other">The other range.</param>
    public TimeRange Intersect(TimeRange other)
    {
        var from = Math.Max(From, other.From);
        return new(from, Math.Max(from, Math.Min(To, other.To)));
    }

    /// <summary>
    /// Reads <c>20240101-20240601</c>, <c>20240101-</c>, <c>-20240601</c> or <c>-</c>. Each end is a day (8 digits, its midnight UTC),
    /// seconds (10 digits) or milliseconds (13 digits) since 1970-01-01 UTC. The second end is not in the range.
    /// </summary>
    /// <param name="text">The text.</param>
    /// <exception cref="FormatException">The text is no range, or its end is not after its beginning.</exception>
    public static TimeRange Parse(string text) =>
        TryParse(text, out var range)
            ? range
            : throw new FormatException(
                $"'{text}' is no time range; write two days, such as 20240101-20240601 (the second is not in the range), or leave one end out: 20240101-.");

    /// <summary>Reads the text form, or says that it is none.</summary>
    /// <param name="text">The text.</param>
    /// <param name="range">The range, when true is returned.</param>
    public static bool TryParse([NotNullWhen(true)] string? text, out TimeRange range)
    {
        range = default;
        var dash = text?.IndexOf('-', StringComparison.Ordinal) ?? -1;
        if (text is null || dash < 0 || text.IndexOf('-', dash + 1) >= 0)
        {
            return false;
        }

        var from = long.MinValue;
        var to = long.MaxValue;
        if ((dash > 0 && !TryEnd(text.AsSpan(0, dash), out from)) || (dash < text.Length - 1 && !TryEnd(text.AsSpan(dash + 1), out to)))
        {
            return false;
        }

        range = new(from, to);
        return to > from;
    }

    /// <inheritdoc/>
    public override string ToString() =>
        $"[{(From == long.MinValue ? "open" : UtcTime.Format(From))}, {(To == long.MaxValue ? "open" : UtcTime.Format(To))})";

    private static bool TryEnd(ReadOnlySpan<char> digits, out long time)
    {
        time = 0;
        if (digits.Length == 8)
        {
            var isDay = DateTime.TryParseExact(
                digits, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var day);
            time = isDay ? UtcTime.FromDateTime(day) : 0;
            return isDay;
        }

        if (digits.Length is not (10 or 13) || !long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out time))
        {
            return false;
        }

        time *= digits.Length == 10 ? 1000 : 1;
        return true;
    }
}
