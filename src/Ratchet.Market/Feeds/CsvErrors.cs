using System.Text;

namespace Ratchet.Market.Feeds;

/// <summary>The errors of CSV fields, worded once.</summary>
internal static class CsvErrors
{
    public static MarketDataException Count(LineSource source, ReadOnlySpan<byte> line, int found, int expected)
    {
        var text = Encoding.UTF8.GetString(line.Length <= 100 ? line : line[..100]);
        var remedy = found < expected
            ? "The line is cut off, or its columns are not separated by commas; export the file again."
            : "If decimals are written with commas, export the file with points.";
        return source.Error(null, $"'{text}' has {found} columns, {expected} are expected.", remedy);
    }

    public static MarketDataException Number(LineSource source, ReadOnlySpan<byte> bytes, string column)
    {
        var text = Encoding.UTF8.GetString(bytes);
        var remedy = text.Contains(',', StringComparison.Ordinal)
            ? "Decimals must be written with a point, without thousands separators; export the file so."
            : text.Contains("nan", StringComparison.OrdinalIgnoreCase) || text.Contains("inf", StringComparison.OrdinalIgnoreCase)
                ? "A missing value is an empty field, never NaN or Infinity; remove the row or leave the field empty."
                : "Write a number such as 1234.5, or leave the field empty.";
        return source.Error(column, $"'{text}' is no finite number.", remedy);
    }
}
