using System.Text;

namespace Ratchet.Market.Feeds;

/// <summary>Turns lines into raw rows by a layout.</summary>
internal sealed class RowReader(LineSource source, CsvLayout layout, BarCsvOptions options)
{
    private readonly CsvFields fields = new(layout.Names.Count);
    private readonly TimeField times = new(source, layout.Names[layout.Time], options.TimeZone);
    private byte[]? symbol;

    public string? SymbolText => symbol is null ? null : Encoding.UTF8.GetString(symbol);

    public TimeUnit Unit => times.Unit ?? TimeUnit.Milliseconds;

    /// <summary>Whether the unit is settled.</summary>
    public bool KnowsUnit => times.Unit is not null;

    /// <summary>The symbol of the first row, or empty.</summary>
    public ReadOnlySpan<byte> Symbol => symbol;

    /// <summary>Reads one line; false where it is blank.</summary>
    public bool Read(ReadOnlySpan<byte> line, out long time, out PriceRow row)
    {
        time = 0;
        row = default;
        if (line.Trim(" \t"u8).IsEmpty)
        {
            return false;
        }

        fields.Split(line);
        if (fields.Count != layout.Names.Count)
        {
            throw CsvErrors.Count(source, line, fields.Count, layout.Names.Count);
        }

        time = times.Read(fields.Field(line, layout.Time));
        row = new PriceRow(
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

        return true;
    }

    private double Number(ReadOnlySpan<byte> line, int index)
    {
        var text = fields.Field(line, index);
        if (text.IsEmpty)
        {
            return double.NaN;
        }

        return NumberText.TryParse(text, out var value) ? value : throw CsvErrors.Number(source, text, layout.Names[index]);
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
}
