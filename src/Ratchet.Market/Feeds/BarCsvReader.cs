using System.Text;
using Ratchet.Market.Instruments;

namespace Ratchet.Market.Feeds;

/// <summary>
/// Reads bars from CSV text: with a header in any column order and with common names, or Binance's twelve columns without one; plain, gzip or zip by
/// content. Reads every row or fails with one error that names file, line, column, the offending text and what to do. A row that is well written but
/// wrong in meaning (a negative price, a low above the high, a time twice) is no reading error: the quality check reports it.
/// </summary>
/// <remarks>One pass, no string a field. A field that is empty becomes NaN. Columns that are not known are ignored.</remarks>
public static class BarCsvReader
{
    /// <summary>Reads a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="options">How to read it; null for the defaults.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="MarketDataException">The file cannot be read as bars.</exception>
    public static BarCsvFile Read(string path, BarCsvOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        using var text = SourceText.Open(path);
        var source = new LineSource(text);
        var facts = new List<string>();
        if (text.Compression is { } compression)
        {
            facts.Add($"unpacked by {compression}");
        }

        var line = FirstLine(source, facts);
        var hasHeader = !StartsWithDigit(line);
        var layout = hasHeader ? CsvLayout.Read(line, source) : Headerless(line, source);
        facts.Add(hasHeader ? $"columns {string.Join(", ", layout.Names)}" : "no header: read as Binance's twelve columns");
        var rows = new RowReader(source, layout, options ?? new());
        var isRow = !hasHeader || source.TryRead(out line);
        for (; isRow; isRow = source.TryRead(out line))
        {
            rows.Read(line);
            if ((source.LineNumber & 0xFFFF) == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
            }
        }

        if (rows.Count == 0)
        {
            throw MarketDataException.At(text.Name, 0, null, "the file has a header and no rows.", "Download or export it again.");
        }

        if (rows.IsDescending)
        {
            facts.Add("rows ran from the newest to the oldest and were turned round");
        }

        return new(path, rows.Build(), rows.SymbolText is { } name ? SymbolOf(name, text.Name) : null, rows.Unit, rows.IsDescending, facts);
    }

    private static ReadOnlySpan<byte> FirstLine(LineSource source, List<string> facts)
    {
        while (source.TryRead(out var line))
        {
            if (line.Trim(" \t"u8).IsEmpty)
            {
                continue;
            }

            if (!line.StartsWith("http"u8) && !line.StartsWith("www."u8))
            {
                return line;
            }

            facts.Add($"line {source.LineNumber} skipped: {Encoding.UTF8.GetString(line)}");
        }

        throw source.Error(null, "the file has no lines with data.", "Download or export it again.");
    }

    private static bool StartsWithDigit(ReadOnlySpan<byte> line)
    {
        var first = line.TrimStart(" \t\""u8);
        return first.Length > 0 && first[0] is >= (byte)'0' and <= (byte)'9';
    }

    private static CsvLayout Headerless(ReadOnlySpan<byte> line, LineSource source)
    {
        var fields = new CsvFields(CsvLayout.Binance.Names.Count);
        fields.Split(line);
        return fields.Count == CsvLayout.Binance.Names.Count
            ? CsvLayout.Binance
            : throw source.Error(
                null,
                $"the file has no header and {fields.Count} columns; only Binance's 12 columns are known without one.",
                "Add a first line that names the columns, such as timestamp,open,high,low,close,volume.");
    }

    private static Symbol SymbolOf(string name, string file) =>
        Symbol.TryParse(name, out var symbol)
            ? symbol
            : throw MarketDataException.At(file, 0, "symbol", $"'{name}' is no symbol.", "Write it such as BTC/USDT, BTCUSDT or ES.");
}
