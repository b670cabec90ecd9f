using System.Diagnostics.CodeAnalysis;

namespace Ratchet.Market.Time;

/// <summary>The length of a bar, a whole number of minutes. Text form: <c>1m 5m 15m 1h 4h 1d 1w</c>.</summary>
/// <param name="Minutes">At least 1.</param>
public readonly record struct TimeFrame(int Minutes) : IComparable<TimeFrame>
{
    /// <summary>One minute.</summary>
    public static TimeFrame Minute1 { get; } = new(1);

    /// <summary>One hour.</summary>
    public static TimeFrame Hour1 { get; } = new(60);

    /// <summary>Four hours.</summary>
    public static TimeFrame Hour4 { get; } = new(240);

    /// <summary>One day.</summary>
    public static TimeFrame Day1 { get; } = new(1440);

    /// <summary>The length in milliseconds.</summary>
    public long Milliseconds => Minutes * 60_000L;

    /// <summary>Bars in a year of 365 days of 24 hours: the annualisation of round-the-clock markets.</summary>
    public double BarsPerYear => 365.0 * 1440.0 / Minutes;

    /// <summary>Reads the text form.</summary>
    /// <param name="text">Such as <c>15m</c>, <c>4h</c> or <c>1d</c>; a capital unit is accepted for h, d and w.</param>
    /// <exception cref="FormatException">The text is no time frame.</exception>
    public static TimeFrame Parse(string text) =>
        TryParse(text, out var frame)
            ? frame
            : throw new FormatException($"'{text}' is no time frame; write a number and a unit, such as 1m, 15m, 1h, 4h, 1d or 1w.");

    /// <summary>Reads the text form, or says that it is none.</summary>
    /// <param name="text">The text.</param>
    /// <param name="frame">The time frame, when true is returned.</param>
    public static bool TryParse([NotNullWhen(true)] string? text, out TimeFrame frame)
    {
        frame = default;
        if (text is null || text.Length < 2 || !int.TryParse(text.AsSpan(0, text.Length - 1), out var count) || count is < 1 or > 10_000)
        {
            return false;
        }

        var unit = text[^1] switch { 'm' => 1, 'h' or 'H' => 60, 'd' or 'D' => 1440, 'w' or 'W' => 10080, _ => 0 };
        frame = new(count * unit);
        return unit > 0;
    }

    /// <inheritdoc/>
    public int CompareTo(TimeFrame other) => Minutes.CompareTo(other.Minutes);

    /// <inheritdoc/>
    public override string ToString() => Minutes switch
    {
        >= 10080 when Minutes % 10080 == 0 => $"{Minutes / 10080}w",
        >= 1440 when Minutes % 1440 == 0 => $"{Minutes / 1440}d",
        >= 60 when Minutes % 60 == 0 => $"{Minutes / 60}h",
        _ => $"{Minutes}m",
    };

    /// <summary>Shorter.</summary>
    public static bool operator <(TimeFrame left, TimeFrame right) => left.Minutes < right.Minutes;

    /// <summary>Longer.</summary>
    public static bool operator >(TimeFrame left, TimeFrame right) => left.Minutes > right.Minutes;

    /// <summary>Not longer.</summary>
    public static bool operator <=(TimeFrame left, TimeFrame right) => left.Minutes <= right.Minutes;

    /// <summary>Not shorter.</summary>
    public static bool operator >=(TimeFrame left, TimeFrame right) => left.Minutes >= right.Minutes;
}
