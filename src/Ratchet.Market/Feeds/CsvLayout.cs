using System.Text;

namespace Ratchet.Market.Feeds;

/// <summary>Which field of a line is what. -1 where the source has no such column.</summary>
internal sealed record CsvLayout
{
    private static readonly string[] Times = ["open_time", "timestamp", "unix", "timestamp_ms", "unix_timestamp", "ts", "time", "datetime", "date_time", "date"];
    private static readonly string[] Volumes = ["volume", "vol", "base_volume", "volume_base", "base_asset_volume"];
    private static readonly string[] TradeCounts = ["trades", "count", "tradecount", "trade_count", "number_of_trades", "num_trades", "trades_count"];
    private static readonly string[] Takers =
        ["taker_buy_volume", "taker_buy_base", "taker_buy_base_volume", "taker_buy_base_asset_volume", "taker_base_volume", "taker_base_vol"];

    private static readonly string[] QuoteAssets = ["usdt", "usd", "usdc", "busd", "tusd", "eur", "gbp", "currency", "quote"];

    public required IReadOnlyList<string> Names { get; init; }

    public required int Time { get; init; }

    public required int Open { get; init; }

    public required int High { get; init; }

    public required int Low { get; init; }

    public required int Close { get; init; }

    public required int Volume { get; init; }

    public int Trades { get; init; } = -1;

    public int Taker { get; init; } = -1;

    public int Symbol { get; init; } = -1;

    /// <summary>The twelve columns of Binance's archive, which has had no header.</summary>
    public static CsvLayout Binance { get; } = new()
    {
        Names =
        [
            "open_time", "open", "high", "low", "close", "volume", "close_time", "quote_volume", "count", "taker_buy_volume", "taker_buy_quote_volume", "ignore",
        ],
        Time = 0,
        Open = 1,
        High = 2,
        Low = 3,
        Close = 4,
        Volume = 5,
        Trades = 8,
        Taker = 9,
    };

    /// <summary>Reads a header line.</summary>
    public static CsvLayout Read(ReadOnlySpan<byte> line, LineSource source)
    {
        var text = Encoding.UTF8.GetString(line);
        if (!text.Contains(',', StringComparison.Ordinal))
        {
            var separator = text.Contains(';', StringComparison.Ordinal) ? "semicolons" : text.Contains('\t', StringComparison.Ordinal) ? "tabs" : null;
            throw separator is null
                ? source.Error(null, $"'{Short(text)}' is no header of comma-separated columns.", "The first line must name the columns, such as timestamp,open,high,low,close,volume.")
                : source.Error(null, $"the columns are separated by {separator}.", "Export the file with commas between columns and points in decimals.");
        }

        var names = text.Split(',').Select(Normalise).ToArray();
        return new()
        {
            Names = names,
            Time = Find(names, source, "time", Times) is var time and >= 0 ? time : throw Missing(names, source, "timestamp"),
            Open = Required(names, source, "open", "o"),
            High = Required(names, source, "high", "h"),
            Low = Required(names, source, "low", "l"),
            Close = Required(names, source, "close", "c"),
            Volume = FindVolume(names, source),
            Trades = Find(names, source, "trades", TradeCounts),
            Taker = Find(names, source, "taker", Takers),
            Symbol = Find(names, source, "symbol", ["symbol", "pair", "ticker", "instrument"]),
        };
    }

    private static string Normalise(string name)
    {
        var trimmed = name.Trim().Trim('"').Trim().ToLowerInvariant();
        return trimmed.Replace("(", string.Empty, StringComparison.Ordinal).Replace(")", string.Empty, StringComparison.Ordinal)
            .Replace(' ', '_').Replace('-', '_').Replace('.', '_');
    }

    private static int Required(string[] names, LineSource source, string name, string shortName) =>
        Find(names, source, name, [name, shortName, name + "_price"]) is var index and >= 0 ? index : throw Missing(names, source, name);

    private static int FindVolume(string[] names, LineSource source)
    {
        var index = Find(names, source, "volume", Volumes);
        if (index >= 0)
        {
            return index;
        }

        var candidates = Enumerable.Range(0, names.Length).Where(i => names[i].StartsWith("volume_", StringComparison.Ordinal)).ToArray();
        var inBase = candidates.Where(i => !QuoteAssets.Contains(names[i]["volume_".Length..])).Append(-1).First();
        return inBase >= 0 ? inBase : throw Missing(names, source, "volume");
    }

    private static int Find(string[] names, LineSource source, string what, string[] aliases)
    {
        foreach (var alias in aliases)
        {
            var first = Array.IndexOf(names, alias);
            if (first >= 0)
            {
                return Array.LastIndexOf(names, alias) == first
                    ? first
                    : throw source.Error(alias, $"the header names this {what} column twice.", "Rename or remove one of them.");
            }
        }

        return -1;
    }

    private static MarketDataException Missing(string[] names, LineSource source, string name) =>
        source.Error(name, $"the header has no such column; it has {string.Join(", ", names)}.", "Add it, or rename the column that holds it.");

    private static string Short(string text) => text.Length <= 60 ? text : text[..60] + "...";
}
