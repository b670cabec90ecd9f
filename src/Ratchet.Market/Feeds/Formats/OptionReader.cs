using System.Text;
using Ratchet.Market.Ticks;

namespace Ratchet.Market.Feeds.Formats;

/// <summary>Option quotes of CSV files with a header: expiration, strike, type, and whatever there is of quotes, volume, open interest and greeks.</summary>
internal static class OptionReader
{
    public static void Read(SourceJob job)
    {
        using var text = SourceText.Open(job.Path);
        var table = CsvTable.Open(job, text);
        var expiry = table.Require("expiration", "expiration", "expiry", "expiration_date", "expiry_date");
        var strike = table.Require("strike", "strike", "strike_price");
        var right = table.Require("type", "type", "right", "option_type", "call_put");
        var symbol = table.Find("option_symbol", "contract_symbol");
        var underlying = table.Find("underlying", "root");
        var roots = new Dictionary<string, string>(StringComparer.Ordinal);
        var found = OptionBuffer.Names.Select(n => (Name: n, Column: Column(table, n))).Where(f => f.Column >= 0).ToArray();
        OptionBuffer? options = null;
        string? name = null;
        while (table.TryNext())
        {
            var own = underlying >= 0 ? table.String(underlying) : table.Instrument;
            if (name is not null && own is not null && own != name)
            {
                throw table.Error(underlying, $"after '{name}': the file mixes underlyings.", "Split the file by underlying and import each part.");
            }

            name ??= own;
            options ??= new(job.Sink, new() { Instrument = name }, [.. found.Select(f => f.Name)]);
            var root = symbol < 0 ? name ?? "unknown" : OccSymbol.TryParse(table.Text(symbol), out var occ) ? occ.Root : table.String(symbol);
            if (!roots.TryAdd(root, root))
            {
                root = roots[root];
            }

            options.Begin(table.Time(), root, Expiry(table, expiry), table.Required(table.Number(strike), strike), Right(table, right));
            for (var i = 0; i < found.Length; i++)
            {
                options.Set(i, table.Number(found[i].Column));
            }
        }

        options?.Flush();
    }

    private static int Column(CsvTable table, string name) => name switch
    {
        "last" => table.Find("last", "last_price", "last_sale", "close"),
        "iv" => table.Find("iv", "implied_volatility", "impliedvolatility"),
        "open_interest" => table.Find("open_interest", "oi", "openinterest"),
        "underlying_price" => table.Find("underlying_price", "spot"),
        _ => table.Find(name),
    };

    private static DateOnly Expiry(CsvTable table, int column) =>
        IsoTime.TryParse(table.Text(column), out var local, out _, out _)
            ? DateOnly.FromDateTime(local)
            : throw table.Error(column, "is no date.", "Write it such as 2024-03-15.");

    private static OptionRight Right(CsvTable table, int column)
    {
        var text = table.Text(column);
        return Ascii.EqualsIgnoreCase(text, "c"u8) || Ascii.EqualsIgnoreCase(text, "call"u8) ? OptionRight.Call
            : Ascii.EqualsIgnoreCase(text, "p"u8) || Ascii.EqualsIgnoreCase(text, "put"u8) ? OptionRight.Put
            : throw table.Error(column, "is neither call nor put.", "Write C or P.");
    }
}
