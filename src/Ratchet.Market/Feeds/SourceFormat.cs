namespace Ratchet.Market.Feeds;

/// <summary>A known format of files.</summary>
/// <param name="Name">Its short name.</param>
/// <param name="Content">What such files hold, in words.</param>
/// <param name="Refusal">Why it is not read and what to do instead; null where it is read.</param>
public sealed record SourceFormat(string Name, string Content, string? Refusal = null)
{
    /// <summary>Bars: CSV with a header, any column order and common names.</summary>
    public static SourceFormat BarsCsv { get; } = new("bars-csv", "bars, CSV with a header");

    /// <summary>Bars: Binance's twelve columns without a header.</summary>
    public static SourceFormat BinanceCsv { get; } = new("binance-csv", "bars, Binance's twelve columns without a header");

    /// <summary>Bars: arrays of candles in JSON: twelve elements as Binance answers, or six.</summary>
    public static SourceFormat CandleJson { get; } = new("candle-json", "bars, JSON arrays of candles");

    /// <summary>Bars with the last bid and offer of each interval: CSV with a header.</summary>
    public static SourceFormat BarQuoteCsv { get; } = new("bar-quote-csv", "bars with closing bid and offer, CSV with a header");

    /// <summary>Trades: CSV with a header, Databento's schema trades included.</summary>
    public static SourceFormat TradeCsv { get; } = new("trade-csv", "trades, CSV with a header");

    /// <summary>Best bids and offers or books: CSV with a column a level, Databento's schemas BBO and MBP included.</summary>
    public static SourceFormat DepthCsv { get; } = new("depth-csv", "quotes or book levels, CSV with a header");

    /// <summary>Events of single orders: CSV with a header.</summary>
    public static SourceFormat OrderEventCsv { get; } = new("order-event-csv", "events of single orders, CSV with a header");

    /// <summary>Option quotes: CSV with a header.</summary>
    public static SourceFormat OptionCsv { get; } = new("option-csv", "option quotes, CSV with a header");

    /// <summary>Option quotes: the table that Cboe's site offers, calls and puts side by side.</summary>
    public static SourceFormat CboeTable { get; } = new("cboe-table", "option quotes, Cboe's table of calls and puts");

    /// <summary>Other numbers over time: CSV with a header.</summary>
    public static SourceFormat ValueCsv { get; } = new("value-csv", "numbers over time, CSV with a header");

    /// <summary>LOBSTER's pair of message and order book files.</summary>
    public static SourceFormat Lobster { get; } = new("lobster", "trades and book, LOBSTER's message and orderbook files");

    /// <summary>LEAN's zips of one day.</summary>
    public static SourceFormat LeanZip { get; } = new("lean-zip", "bars, quotes, ticks or open interest, LEAN's zip of a day");

    /// <summary>Bybit's order book archive: JSON lines of a snapshot and changes.</summary>
    public static SourceFormat BybitBook { get; } = new("bybit-book", "book, Bybit's JSON lines of snapshot and changes");

    /// <summary>A recording of Hyperliquid's messages: a receive time and JSON a line.</summary>
    public static SourceFormat Hyperliquid { get; } = new("hyperliquid", "book and trades, a recording of Hyperliquid's messages");

    /// <summary>Databento's market by order, refused.</summary>
    public static SourceFormat DatabentoOrders { get; } = new(
        "databento-mbo",
        "events of single orders, Databento's CSV of schema mbo",
        "The file is market by order (Databento's schema mbo): without the book at its beginning no book can be built from it. "
        + "Export the same hours as CSV with schema mbp-10 (book), bbo-1s (quotes) or trades.");

    /// <summary>Every format, in the order of detection's table.</summary>
    public static IReadOnlyList<SourceFormat> All { get; } =
    [
        BarsCsv, BinanceCsv, CandleJson, BarQuoteCsv, TradeCsv, DepthCsv, OrderEventCsv, OptionCsv, CboeTable, ValueCsv, Lobster, LeanZip, BybitBook, Hyperliquid, DatabentoOrders,
    ];

    /// <inheritdoc/>
    public override string ToString() => Name;
}
