namespace Ratchet.Reporting.Charts;

/// <summary>The text of a number on an axis.</summary>
internal static class TickLabel
{
    public static string Of(double value, int decimals, ValueFormat format)
    {
        var size = Math.Abs(value);
        var text = format == ValueFormat.Percent
            ? Fixed(size * 100, Math.Max(0, decimals - 2)) + " %"
            : size >= 1e12 || (size > 0 && size < 1e-6)
                ? size.ToString("0.##e+0")
                : size >= 1e9 ? (size / 1e9).ToString("0.###") + "G"
                : size >= 1e6 ? (size / 1e6).ToString("0.###") + "M"
                : Fixed(size, decimals);
        return value < 0 ? "−" + text : text;
    }

    /// <summary>A count in at most four characters or so: 950, 1.2k, 14k, 3.1M.</summary>
    public static string Short(long count) => Math.Abs(count) switch
    {
        < 1_000 => count.ToString(),
        < 9_950 => (count / 1e3).ToString("0.#") + "k",
        < 999_500 => (count / 1e3).ToString("0") + "k",
        _ => (count / 1e6).ToString("0.#") + "M",
    };

    private static string Fixed(double size, int decimals) => size.ToString("N" + Math.Min(decimals, 9));
}
