using System.Globalization;
using Ratchet.Market.Time;

namespace Ratchet.Cli.Commands;

/// <summary>Reads what people write for moments and lengths of time.</summary>
internal static class PaperWords
{
    private const double LongestDays = 36_500;

    public static long ReadTime(string text, string option) =>
        UtcTime.TryParse(text, out var time)
        || UtcTime.TryParse(text + "Z", out time)
        || (text.Length == 16 && UtcTime.TryParse(text + ":00Z", out time))
        || (DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment) && (time = moment.ToUnixTimeMilliseconds()) is var _)
            ? time
            : throw new UsageException($"{option} '{text}' is no time; write 2025-06-01 or 2025-06-01T12:00Z, in UTC.");

    public static long ReadLength(string text, string option)
    {
        var unit = text.Length > 1 ? text[^1] switch { 's' => 1000.0, 'm' => 60_000, 'h' => 3_600_000, 'd' => 86_400_000, _ => double.NaN } : double.NaN;
        return double.TryParse(text.AsSpan(0, Math.Max(0, text.Length - 1)), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            && number * unit is > 0 and <= LongestDays * 86_400_000
            ? (long)(number * unit)
            : throw new UsageException($"{option} '{text}' is no length of time; write 30s, 90m, 24h, 14d, or ever.");
    }
}
