using System.Buffers;
using System.Text;

namespace Ratchet.Market.Feeds;

/// <summary>
/// The last row of a CSV text where no line end follows it. Many programs write none, so the row is taken, and a note says so; but where the row's last field
/// is evidently cut, it is an error:
/// <list type="bullet">
/// <item><description>it is empty, or ends with a point, and no other row's is or does;</description></item>
/// <item><description>20 other rows or more all have the same number of decimals, at least 1, and it has fewer;</description></item>
/// <item><description>20 other rows or more all have the same length of 10 characters or more (times, for instance), and it is shorter.</description></item>
/// </list>
/// The other rows are read once more, which only files with such an end cost.
/// </summary>
internal static class OpenEnd
{
    private const int LeastRows = 20;
    private const int LongText = 10;

    private static readonly SearchValues<byte> NumberMarks = SearchValues.Create("0123456789.-"u8);

    /// <summary>Judges the current row of a source, which has no line end behind it.</summary>
    /// <param name="source">The source.</param>
    /// <param name="firstRow">The number of the first line that is a row.</param>
    /// <param name="column">The last column's name.</param>
    /// <returns>The note.</returns>
    /// <exception cref="MarketDataException">The row is evidently cut.</exception>
    public static string Judge(LineSource source, int firstRow, string column)
    {
        var field = LastField(source.Current);
        var others = new Others();
        using (var text = source.Reopen())
        {
            var again = new LineSource(text);
            while (again.TryRead(out var line) && again.LineNumber < source.LineNumber)
            {
                if (again.LineNumber >= firstRow && !line.Trim(" \t"u8).IsEmpty)
                {
                    others.Add(LastField(line));
                }
            }
        }

        var written = Encoding.UTF8.GetString(field);
        return others.Contradict(field) is { } why
            ? throw source.Error(
                column,
                $"'{written}' is cut off: no line end follows it, and {why}.",
                "Download or export the file again, or remove its last line; if the field is right, put a line end behind it.")
            : $"{Path.GetFileName(source.Name)}, line {source.LineNumber}: the last row has no line end; if the file was cut off, '{written}' in column '{column}' may be too short";
    }

    private static ReadOnlySpan<byte> LastField(ReadOnlySpan<byte> line) => line[(line.LastIndexOf((byte)',') + 1)..].Trim(" \t\""u8);

    private static int Decimals(ReadOnlySpan<byte> field)
    {
        var point = field.IndexOf((byte)'.');
        return point < 0 ? 0 : field.Length - point - 1;
    }

    /// <summary>What the last fields of the other rows have in common.</summary>
    private struct Others()
    {
        private int rows;
        private int leastLength = int.MaxValue;
        private int mostLength;
        private int leastDecimals = int.MaxValue;
        private int mostDecimals;
        private bool isAnyEmpty;
        private bool isAnyPointed;
        private bool isAnyText;

        public void Add(ReadOnlySpan<byte> field)
        {
            rows++;
            leastLength = Math.Min(leastLength, field.Length);
            mostLength = Math.Max(mostLength, field.Length);
            var decimals = Decimals(field);
            leastDecimals = Math.Min(leastDecimals, decimals);
            mostDecimals = Math.Max(mostDecimals, decimals);
            isAnyEmpty |= field.IsEmpty;
            isAnyPointed |= field.EndsWith("."u8);
            isAnyText |= field.ContainsAnyExcept(NumberMarks);
        }

        public readonly string? Contradict(ReadOnlySpan<byte> field) =>
            rows == 0 ? null
            : field.IsEmpty && !isAnyEmpty ? "no other row leaves the field empty"
            : field.EndsWith("."u8) && !isAnyPointed ? "no other row's ends with a point"
            : rows < LeastRows ? null
            : !isAnyText && mostDecimals > 0 && leastDecimals == mostDecimals && Decimals(field) < mostDecimals ? $"all other rows have {mostDecimals} decimals"
            : mostLength >= LongText && leastLength == mostLength && field.Length < mostLength ? $"all other rows have {mostLength} characters"
            : null;
    }
}
