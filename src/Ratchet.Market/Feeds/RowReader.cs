using System.Text;

namespace Ratchet.Market.Feeds;

/// <summary>Turns lines into raw rows by a layout.</summary>
internal sealed class RowReader(LineSource source, CsvLayout layout, BarCsvOptions options)
{
    private readonly CsvFields fields = new(layout.Names.Count);
    private readonly TimeField times = new(source, layout.Names[layout.Time], options);
    private readonly RawBarBuilder rows = new(layout.Trades >= 0, layout.Taker >= 0);
    private byte[]? symbol;
    private long previous = long.MinValue;
    private bool anyAscent;
    private bool anyDescent;

    public int Count => rows.Count;

    public string? SymbolText => symbol is null ? null : Encoding.UTF8.GetString(symbol);

    public TimeUnit Unit => times.Unit ?? TimeUnit.Milliseconds;

    /// <summary>Whether times never rise and fall at least once.</summary>
    public bool IsDescending => anyDescent && !anyAscent;

    public RawBars Build() => rows.Build(IsDescending);

    public void Read(ReadOnlySpan<byte> line)
    {
        if (line.Trim(" \t"u8).IsEmpty)
        {
            return;
        }

        fields.Split(line);
        if (fields.Count != layout.Names.Count)
        {
            throw CountError(line);
        }

        var time = times.Read(fields.Field(line, layout.Time));
        var row = new PriceRow(
            Number(line, layout.Open),
            Number(line, layout.High),
            Number(line, layout.Low),
            Number(line, layout.Close),
            Number(line, layout.Volume),
            layout.Trades < 0 ? double.NaN : Number(line, layout.Trades),
            layout.Taker < 0 ? double.NaN : Number(line, layout.Taker));
        if (layout.Symbol >= 0)
        {
            CheckSymbol(fields.Field(line, layout.Symbol));
        }

        if (rows.Count > 0)
        {
            anyAscent |= time > previous;
            anyDescent |= time < previous;
        }

        previous = time;
        rows.Add(time, row, source.LineNumber);
    }

    private double Number(ReadOnlySpan<byte> line, int index)
    {
        var text = fields.Field(line, index);
        if (text.IsEmpty)
        {
            return double.NaN;
        }

        return NumberText.TryParse(text, out var value) ? value : throw NumberError(text, layout.Names[index]);
    }

    private void CheckSymbol(ReadOnlySpan<byte> text)
    {
        if (symbol is null)
        {
            symbol = text.ToArray();
        }
        else if (!text.SequenceEqual(symbol))
        {
            throw source.Error(
                layout.Names[layout.Symbol],
                $"'{Encoding.UTF8.GetString(text)}' after '{SymbolText}': the file mixes symbols.",
                "Split the file by symbol and import each part.");
        }
    }

    private MarketDataException CountError(ReadOnlySpan<byte> line)
    {
        var text = Encoding.UTF8.GetString(line.Length <= 100 ? line : line[..100]);
        var remedy = fields.Count < layout.Names.Count
            ? "The line is cut off, or its columns are not separated by commas; export the file again."
            : "If decimals are written with commas, export the file with points.";
        return source.Error(null, $"'{text}' has {fields.Count} columns, {layout.Names.Count} are expected.", remedy);
    }

    private MarketDataException NumberError(ReadOnlySpan<byte> bytes, string column)
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
