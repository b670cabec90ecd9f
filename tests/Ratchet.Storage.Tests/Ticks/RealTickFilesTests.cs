using System.Globalization;
using Ratchet.Market.Feeds;
using Ratchet.Market.Instruments;
using Ratchet.Market.Time;
using Ratchet.Storage.Ticks;
using Ratchet.Storage.Tests.Columns;
using Ratchet.Testing;

namespace Ratchet.Storage.Tests.Ticks;

/// <summary>
/// Stored rows of the shared files: rows and the sum of prices (trades and orders: prices; quotes and books: every bid and ask price; options: strikes; values: the
/// first column), which a separate Python program took from the files. Where rows are put aside, the sum is that of the others.
/// </summary>
public sealed class RealTickFilesTests
{
    [Theory]
    [InlineData("trades/ESH4_20231225_trades.csv.gz", "ES", null, "trades 2973 14295324")]
    [InlineData("trades/ESM8_20180507_trades.csv.gz", "ES", null, "trades 74907 200391186.75")]
    [InlineData("trades/SPY_20131007_trades.csv.gz", "SPY", null, "trades 250601 42082298.68")]
    [InlineData("trades/SPY_20131008_trades.csv.gz", "SPY", null, "trades 451545 75121790.09")]
    [InlineData("trades/b3_PETR4_20250407-11_trades.csv.gz", "PETR4", null, "trades 47906 1554628.95")]
    [InlineData("trades/binance_BTCUSDT_20240808-09_trades.csv.gz", null, null, "trades 19904 1227661736.83")]
    [InlineData("trades/binancefut_BTCUSDT_20240808_trades.csv.gz", null, null, "trades 21313 1314875922.6")]
    [InlineData("trades/bitstamp_BTCUSD_20150501_trades.csv.gz", null, null, "trades 4251 997874.29")]
    [InlineData("book/b3_PETR4_20250407-11_bbo.csv.gz", "PETR4", null, "quotes 3970 258547.22")]
    [InlineData("book/binance_BTCUSDT_20240808-09_bbo.csv.gz", null, null, "quotes 73174 9027149830.49")]
    [InlineData("book/binance_BTCUSDT_20240808-09_book10.csv.gz", null, null, "book 5972 7368898191.89")]
    [InlineData("book/binancefut_BTCUSDT_20240808_bbo.csv.gz", null, null, "quotes 66089 8157601749.8")]
    [InlineData("book/binancefut_BTCUSDT_20240808_book10.csv.gz", null, null, "book 5769 7121239809.6")]
    [InlineData("book/bitstamp_BTCUSD_20150501_book10.csv.gz", null, null, "book 29992 140757928.21")]
    [InlineData("book/bitstamp_BTCUSD_20150501_l3events.csv.gz", null, null, "orders 242524 57905991.09")]
    [InlineData("book/lobster_AAPL_20120621_book10.csv.gz", "AAPL", null, "book 999 11700528.8")]
    [InlineData("book/sgx_A50_2014_1_29_book3.csv.gz", "A50", null, "book 25309 1026037830")]
    [InlineData("raw_formats/lean_future_es_minute_20131008_quote.zip", null, "201312", "quotes 1411 4678881.75")]
    [InlineData("raw_formats/lean_future_es_minute_20131008_openinterest.zip", null, "201312", "values 3 8079385")]
    [InlineData("raw_formats/lobster_AAPL_2012-06-21_34200000_57600000_message_10.csv", null, null, "trades 159 93106.24; book 999 11700528.8")]
    [InlineData("raw_formats/lobster_AAPL_2012-06-21_34200000_57600000_orderbook_10.csv", null, null, "trades 159 93106.24; book 999 11700528.8")]
    [InlineData("raw_formats/bybit_xrpusdt-ob500.data.zip", null, null, "book 50 1953.4758")]
    [InlineData("raw_formats/hyperliquid_l2Book_btcusd_20250126.jsonl.gz", null, null, "trades 64 6723426; book 46 96650816")]
    [InlineData("raw_formats/cboe_SPY_quotedata_20250501.csv", null, null, "options 4876 2447774")]
    public void Import_SharedFile_StoresItsRowsOnce(string file, string? symbol, string? contract, string expected)
    {
        var path = SharedFiles.Require("data/" + file);
        using var temporary = new TemporaryStore();
        var store = new TickStore(temporary.Store.Root);
        var request = new TickImportRequest { Path = path, Symbol = symbol is null ? null : Symbol.Parse(symbol), Part = contract };
        Assert.True(TickFormats.HoldsTicks(path));
        Assert.False(TickFormats.HoldsBars(path));
        var outcomes = store.Import(request, TestContext.Current.CancellationToken);
        Assert.All(outcomes, o => Assert.True(o.Accepted, o.Refusal));
        Assert.Equal(expected, string.Join("; ", outcomes.Select(o => $"{TickNames.Of(o.Kind)} {o.Manifest!.Rows} {Sum(store, o).ToString("0.####", CultureInfo.InvariantCulture)}")));
        Assert.All(outcomes, o => Assert.Equal(o.Manifest!.ContentHash, store.Verify(o.Symbol, o.Kind).ContentHash));
        var before = temporary.Snapshot();
        Assert.All(store.Import(request, TestContext.Current.CancellationToken), o => Assert.Equal(0, o.NewRows));
        Assert.Equal(before, temporary.Snapshot());
    }

    [Theory]
    [InlineData("raw_formats/lean_future_es_minute_20131008_quote.zip", "201312, 201403, 201406, 201409, 201412")]
    [InlineData("raw_formats/lean_future_es_minute_20131008_openinterest.zip", "--contract")]
    [InlineData("raw_formats/databento_mbo_GLBX.MDP3-selected.csv", "mbp-10")]
    [InlineData("raw_formats/databento_esh4-glbx-mdp3-20231224.mbo.dbn.zst", "binary DBN")]
    public void Import_SharedFileThatIsRefused_SaysWhyAndWritesNothing(string file, string reason)
    {
        using var temporary = new TemporaryStore();
        var request = new TickImportRequest { Path = SharedFiles.Require("data/" + file) };
        var message = Assert.Throws<MarketDataException>(() => new TickStore(temporary.Store.Root).Import(request, TestContext.Current.CancellationToken)).Message;
        Assert.Contains(reason, message, StringComparison.Ordinal);
        Assert.Empty(temporary.Snapshot());
    }

    [Fact]
    public void Import_TwoDays_MakesOneSeriesOfTwoPartitions()
    {
        using var temporary = new TemporaryStore();
        var store = new TickStore(temporary.Store.Root);
        foreach (var day in (string[])["data/trades/SPY_20131008_trades.csv.gz", "data/trades/SPY_20131007_trades.csv.gz"])
        {
            store.Import(new() { Path = SharedFiles.Require(day), Symbol = Symbol.Parse("SPY") }, TestContext.Current.CancellationToken);
        }

        var manifest = Assert.Single(store.List());
        Assert.Equal(["2013-10-07 250601", "2013-10-08 451545"], manifest.Partitions.Select(p => $"{p.Name} {p.Rows}"));
        Assert.Equal(702146, manifest.Rows);
    }

    private static double Sum(TickStore store, TickImportOutcome outcome)
    {
        var sum = 0m;
        foreach (var part in store.Read(outcome.Symbol, outcome.Kind, TimeRange.All))
        {
            foreach (var column in Prices(part))
            {
                foreach (var value in column.Span)
                {
                    sum += double.IsNaN(value) ? 0 : (decimal)value;
                }
            }
        }

        return (double)sum;
    }

    private static IEnumerable<ReadOnlyMemory<double>> Prices(SourcePart part) => part switch
    {
        { Trades.Columns: { } trades } => [trades.Price],
        { Quotes.Columns: { } quotes } => [quotes.Bid, quotes.Ask],
        { Book.Columns: { } book } => [.. book.BidPrice, .. book.AskPrice],
        { Orders.Columns: { } orders } => [orders.Price],
        { Options.Columns: { } options } => [options.Strike],
        _ => [part.Values!.Column(part.Values.Names[0])],
    };
}
