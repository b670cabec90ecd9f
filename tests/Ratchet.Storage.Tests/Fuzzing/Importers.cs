using Ratchet.Testing.Fuzzing;

namespace Ratchet.Storage.Tests.Fuzzing;

/// <summary>Every importer and its good inputs: made here, and the beginnings of real files where they are there.</summary>
internal static class Importers
{
    private const string Lobster = "AAPL_2012-06-21_34200000_57600000";

    public static IReadOnlyDictionary<string, Func<IReadOnlyList<FuzzSeed>>> Seeds { get; } = new Dictionary<string, Func<IReadOnlyList<FuzzSeed>>>(StringComparer.Ordinal)
    {
        ["bars, CSV with a header"] = () => [.. PlainBars(), .. SharedSeeds.Lines("raw_formats/cryptodatadownload_BTCUSDT_Binance_futures_hour.csv", "raw_formats/naive_eastern_time_ES_5min_first400.csv")],
        ["bars, Binance's columns, ms"] = () => [FuzzSeed.Of("BTCUSDT-1m.csv", SeedText.Binance(1)), .. SharedSeeds.Lines("raw_formats/binance_kline_12col_noheader_ADABTC-1m-2021-11-27.csv")],
        ["bars, Binance's columns, us"] = () => [FuzzSeed.Of("BTCUSDT-1m-2025-01-01.csv", SeedText.Binance(1000))],
        ["bars, gzip"] = () => [.. Enumerable.Repeat(PlainBars().Select(b => new FuzzSeed(b.FileName + ".gz", FuzzPacking.Gzip, b.Parts)), 4).SelectMany(b => b), FuzzSeed.Gzip("bomb.csv.gz", new string('0', (1 << 20) + 100)), .. SharedSeeds.Lines("crypto/binance_BTCUSDT_1h_2022-2025.csv.gz")],
        ["bars, zip"] = () => [.. Enumerable.Repeat(FuzzSeed.Zip("BTCUSDT-1m.zip", ("BTCUSDT-1m.csv", SeedText.Binance(1))), 18), FuzzSeed.Zip("bars.zip", ("bars.csv", SeedText.Bars(Milliseconds)), ("more.csv", "x")), FuzzSeed.Zip("bomb.zip", ("bars.csv", SeedText.Bars(Milliseconds) + new string('\n', 1 << 20)))],
        ["candles, JSON of 12"] = () => [FuzzSeed.Of("candles.json", SeedText.Candles12())],
        ["candles, JSON of 6"] = () => [FuzzSeed.Of("candles.json", SeedText.Candles6()), .. SharedSeeds.Whole("raw_formats/bitfinex_candles_raw_20181024T00.json")],
        ["bars with bid and offer"] = () => [FuzzSeed.Of("es_1m.csv", SeedText.BarQuotes("")), FuzzSeed.Of("es_1m.csv", SeedText.BarQuotes("202403")), .. SharedSeeds.Lines("futures/SPY_1s_tradequote_20131007-09.csv.gz")],
        ["trades, CSV"] = () => [FuzzSeed.Of("trades.csv", SeedText.Trades()), FuzzSeed.Of("trades.csv", SeedText.MakerTrades()), .. SharedSeeds.Lines("trades/ESH4_20231225_trades.csv.gz", "trades/b3_PETR4_20250407-11_trades.csv.gz")],
        ["trades, Databento"] = () => [FuzzSeed.Of("trades.csv", SeedText.DatabentoTrades())],
        ["quotes, Databento BBO"] = () => [FuzzSeed.Of("bbo.csv", SeedText.DatabentoBook(1))],
        ["book, Databento MBP-10"] = () => [FuzzSeed.Of("mbp-10.csv", SeedText.DatabentoBook(10))],
        ["quotes, CSV"] = () => [FuzzSeed.Of("quotes.csv", SeedText.Depth(1)), .. SharedSeeds.Lines("book/binance_BTCUSDT_20240808-09_bbo.csv.gz")],
        ["book, CSV"] = () => [FuzzSeed.Of("book.csv", SeedText.Depth(4)), .. SharedSeeds.Lines("book/sgx_A50_2014_1_29_book3.csv.gz", "futures/ESH4_20231225_mbp10.csv.gz")],
        ["orders, CSV"] = () => [FuzzSeed.Of("events.csv", SeedText.OrderEvents()), .. SharedSeeds.Lines("book/bitstamp_BTCUSD_20150501_l3events.csv.gz")],
        ["options, CSV"] = () => [FuzzSeed.Of("chain.csv", SeedText.Options()), .. SharedSeeds.Lines("options/SPX_lean_universe_2015-12.csv.gz", "options/SPXW_lean_quotes_20210108.csv.gz")],
        ["options, Cboe's table"] = () => [FuzzSeed.Of("quotedata.csv", SeedText.Cboe()), .. SharedSeeds.Lines("raw_formats/cboe_SPY_quotedata_20250501.csv")],
        ["values, CSV"] = () => [FuzzSeed.Of("gex.csv", SeedText.Values()), .. SharedSeeds.Lines("options/SPX_squeezemetrics_gex_dix_daily.csv.gz")],
        ["LOBSTER, pair"] = () => [LobsterPair(1), LobsterPair(10)],
        ["LEAN, crypto trade"] = () => [Lean("crypto_20221213_trade.zip", ("20221213_btcusdt_minute_trade.csv", SeedText.LeanTrades())), .. SharedSeeds.Zips("raw_formats/lean_crypto_bybit_btcusdt_minute_20221213_trade.zip")],
        ["LEAN, crypto quote"] = () => [Lean("crypto_20221213_quote.zip", ("20221213_btcusdt_minute_quote.csv", SeedText.LeanQuotes()))],
        ["LEAN, crypto trade ticks"] = () => [Lean("crypto_20221213_trade.zip", ("20221213_btcusdt_Trade_Tick.csv", SeedText.LeanTradeTicks()))],
        ["LEAN, crypto quote ticks"] = () => [Lean("crypto_20221213_quote.zip", ("20221213_btcusdt_Quote_Tick.csv", SeedText.LeanQuoteTicks()))],
        ["LEAN, equity trade"] = () => [Lean("equity_20240310_trade.zip", ("20240310_spy_second_trade.csv", SeedText.LeanTrades())), Lean("equity_trade.zip", ("20131103_spy_minute_trade.csv", SeedText.LeanTrades()))],
        ["LEAN, futures trade"] = () => [LeanFutures("trade", SeedText.LeanTrades()), .. SharedSeeds.Zips("raw_formats/lean_future_es_minute_20131008_trade.zip")],
        ["LEAN, futures quote"] = () => [LeanFutures("quote", SeedText.LeanQuotes()), .. SharedSeeds.Zips("raw_formats/lean_future_es_minute_20131008_quote.zip")],
        ["LEAN, open interest"] = () => [LeanFutures("openinterest", SeedText.LeanInterest()), .. SharedSeeds.Zips("raw_formats/lean_future_es_minute_20131008_openinterest.zip")],
        ["book, Bybit"] = () => [FuzzSeed.Zip("ob500.data.zip", ("2024-12-01_XRPUSDT_ob500.data", SeedText.Bybit())), FuzzSeed.Of("ob500.data", SeedText.Bybit())],
        ["book and trades, Hyperliquid"] = () => [FuzzSeed.Gzip("btcusd.gz", SeedText.Hyperliquid()), FuzzSeed.Of("btcusd.jsonl", SeedText.Hyperliquid()), .. SharedSeeds.Lines("raw_formats/hyperliquid_l2Book_btcusd_20250126.jsonl.gz")],
        ["refused as they are: DBN, market by order"] = () => [FuzzSeed.Of("x.dbn.zst", [0x28, 0xB5, 0x2F, 0xFD, 4, 0, 1, 2, 3]), FuzzSeed.Of("x.dbn", "DBN\u0001 \u0000\u0000"), FuzzSeed.Of("mbo.csv", "ts_recv,ts_event,rtype,action,side,price,size,order_id,symbol\n2024-01-01T00:00:00Z,2024-01-01T00:00:00Z,160,A,B,1,2,3,ES\n"), .. SharedSeeds.Lines("raw_formats/databento_mbo_GLBX.MDP3-selected.csv")],
    };

    /// <summary>Files of bars for the import into a store, of every packing.</summary>
    public static IReadOnlyList<FuzzSeed> ForStore() =>
    [
        .. PlainBars(), .. Seeds["bars, zip"]().Take(1), .. Seeds["bars, Binance's columns, us"](), .. Seeds["candles, JSON of 12"](), .. Seeds["candles, JSON of 6"]().Take(1), .. Seeds["LEAN, crypto trade"]().Take(1),
        .. PlainBars().Take(2).Select(b => new FuzzSeed(b.FileName + ".gz", FuzzPacking.Gzip, b.Parts)), .. Seeds["bars with bid and offer"]().Take(1),
    ];

    private static FuzzSeed[] PlainBars() =>
    [
        FuzzSeed.Of("BTCUSDT_1h.csv", SeedText.Bars(Milliseconds)),
        FuzzSeed.Of("bars.csv", SeedText.Bars(t => Milliseconds(t / 1000), "symbol,unix,open,high,low,close,volume", "BTC/USDT,", falling: true)),
        FuzzSeed.Of("BTCUSDT_1h.csv", SeedText.Bars(t => DateTimeOffset.FromUnixTimeMilliseconds(t).ToString("yyyy-MM-dd HH:mm:ss", System.Globalization.CultureInfo.InvariantCulture), "Date,Open,High,Low,Close,Volume")),
        FuzzSeed.Of("BTCUSDT_1h.csv", "https://www.example.org\n" + SeedText.Bars(t => DateTimeOffset.FromUnixTimeMilliseconds(t).ToString("yyyy-MM-ddTHH:mm:ss.fffZ", System.Globalization.CultureInfo.InvariantCulture))),
    ];

    private static FuzzSeed LobsterPair(int levels)
    {
        var (messages, book) = SeedText.Lobster(levels);
        return new($"{Lobster}_message_{levels}.csv", FuzzPacking.Files, [($"{Lobster}_message_{levels}.csv", System.Text.Encoding.UTF8.GetBytes(messages)), ($"{Lobster}_orderbook_{levels}.csv", System.Text.Encoding.UTF8.GetBytes(book))]);
    }

    private static FuzzSeed Lean(string name, (string Name, string Text) entry) => FuzzSeed.Zip(name, entry);

    private static FuzzSeed LeanFutures(string kind, string text) =>
        FuzzSeed.Zip($"20131008_{kind}.zip", ($"20131008_es_minute_{kind}_201312.csv", text), ($"20131008_es_minute_{kind}_201403.csv", text));

    private static string Milliseconds(long time) => time.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
