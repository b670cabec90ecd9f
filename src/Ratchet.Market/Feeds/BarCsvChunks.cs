using System.Text;
using Ratchet.Market.Feeds.Formats;
using Ratchet.Market.Instruments;

namespace Ratchet.Market.Feeds;

/// <summary>
/// Reads bars in chunks, in memory that does not grow with the file: CSV with a header or Binance's twelve columns, plain, gzip or zip by content.
/// Rows of plain decimals go a fast way of one pass; all others the general way, with the same results bit for bit and the same errors.
/// </summary>
public static class BarCsvChunks
{
    /// <summary>Reads a file; rows are given in the file's order, even where that is newest first.</summary>
    /// <param name="path">The file. Candles in JSON and LEAN's zips are read too, as one file that fits in memory.</param>
    /// <param name="options">How to read it; null for the defaults.</param>
    /// <param name="onChunk">Takes up to 8,192 rows at a time; the chunk's memory is used again after it returns.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="MarketDataException">The file cannot be read as bars; chunks may have been given out before.</exception>
    public static BarCsvSummary Read(string path, BarCsvOptions? options, Action<BarChunk> onChunk, CancellationToken cancellationToken = default) =>
        Read(path, options, onChunk, mayBeFast: true, cancellationToken);

    internal static BarCsvSummary Read(string path, BarCsvOptions? options, Action<BarChunk> onChunk, bool mayBeFast, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        ArgumentNullException.ThrowIfNull(onChunk);
        options ??= new();
        if (OtherBars.IsOther(path))
        {
            return OtherBars.Read(path, options, onChunk, cancellationToken);
        }

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
        var reader = new RowReader(source, layout, options);
        var order = new BarOrder();
        var (rows, openEnd) = ReadRows(source, layout, reader, order, onChunk, !hasHeader, mayBeFast, cancellationToken);
        if (rows == 0)
        {
            throw MarketDataException.At(text.Name, 0, null, "the file has a header and no rows.", "Download or export it again.");
        }

        facts.AddRange(openEnd is null ? [] : [openEnd]);
        return new(path, rows, reader.SymbolText is { } name ? SymbolOf(name, text.Name) : null, reader.Unit, order.IsDescending, facts) { OpenEnd = openEnd };
    }

    private static (long Rows, string? OpenEnd) ReadRows(
        LineSource source, CsvLayout layout, RowReader reader, BarOrder order, Action<BarChunk> onChunk, bool isRow, bool mayBeFast, CancellationToken cancellationToken)
    {
        var chunk = new BarChunk(layout.Trades >= 0, layout.Taker >= 0);
        var fast = new FastRow(layout, chunk);
        var isFast = false;
        long rows = 0;
        string? openEnd = null;
        var firstRow = isRow ? source.LineNumber : source.LineNumber + 1;
        var line = source.Current;
        for (isRow = isRow || source.TryRead(out line); isRow; isRow = source.TryRead(out line))
        {
            if (isFast && fast.TryRead(line, chunk.Count))
            {
                chunk.Lines[chunk.Count++] = source.LineNumber;
            }
            else if (reader.Read(line, out var time, out var row))
            {
                chunk.Add(time, row, source.LineNumber);
                isFast = mayBeFast && fast.IsPossible && fast.Settle(reader.Unit);
            }
            else
            {
                continue;
            }

            if (source.IsOpen)
            {
                openEnd = OpenEnd.Judge(source, firstRow, layout.Names[^1]);
            }

            if (chunk.Count == BarChunk.Rows)
            {
                cancellationToken.ThrowIfCancellationRequested();
                rows += Give(chunk, order, onChunk);
            }
        }

        return (rows + Give(chunk, order, onChunk), openEnd);
    }

    private static int Give(BarChunk chunk, BarOrder order, Action<BarChunk> onChunk)
    {
        var count = chunk.Count;
        if (count > 0)
        {
            order.Follow(chunk.OpenTime);
            onChunk(chunk);
            chunk.Count = 0;
        }

        return count;
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
