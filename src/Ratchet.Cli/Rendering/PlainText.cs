using Ratchet.Market.Time;

namespace Ratchet.Cli.Rendering;

/// <summary>How times and shares are written for people.</summary>
internal static class PlainText
{
    /// <summary>Such as <c>2024-01-31 13:05</c>, UTC; seconds only where there are some.</summary>
    public static string Time(long time)
    {
        var text = UtcTime.Format(time).Replace('T', ' ').TrimEnd('Z');
        return text.EndsWith(":00", StringComparison.Ordinal) ? text[..^3] : text;
    }

    /// <summary>Such as <c>99.51 %</c>; rounded down, so that 100 % and the threshold are only shown where they are reached.</summary>
    public static string Percent(double share) => double.IsNaN(share) ? "-" : $"{Math.Floor(Math.Round(share * 1e4, 6)) / 100:0.00} %";

    /// <summary>Such as <c>1 bar</c> or <c>2,000 bars</c>.</summary>
    public static string Count(long count, string noun) => $"{count:N0} {noun}{(count == 1 ? string.Empty : "s")}";
}
