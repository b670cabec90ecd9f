using System.Globalization;
using Ratchet.Market.Feeds;
using Ratchet.Market.Ticks;
using Ratchet.Testing;

namespace Ratchet.Market.Tests.Feeds;

public sealed class SourceReaderTests
{
    public static TheoryData<string> Files => [.. ExpectedSources.Files];

    /// <summary>One file of every format is enough for the chunks.</summary>
    public static TheoryData<string> FilesInChunks => [.. ExpectedSources.Files.Where(f => !f.StartsWith("options/S", StringComparison.Ordinal) && !f.StartsWith("options/ES_fop_202", StringComparison.Ordinal) && !f.Contains("SPY_2013", StringComparison.Ordinal) && !f.Contains("binancefut", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Files))]
    public void Read_SharedFile_HasTheRowsTimesAndPricesCountedElsewhere(string file)
    {
        var read = SourceReader.Read(SharedFiles.Require($"data/{file}"), OptionsOf(file), TestContext.Current.CancellationToken);
        var expected = ExpectedSources.Rows.Where(r => r[0] == file).ToArray();
        Assert.Equal(expected.Select(r => (r[1], r[2])).Order(), read.Parts.Select(p => (p.Name ?? string.Empty, p.Kind)).Order());
        foreach (var row in expected)
        {
            var part = read.Parts.Single(p => (p.Name ?? string.Empty) == row[1] && p.Kind == row[2]);
            Assert.Equal(int.Parse(row[3], CultureInfo.InvariantCulture), part.Count);
            Assert.Equal(row[4], SourceSums.Times(part)[0].ToString(CultureInfo.InvariantCulture));
            Assert.Equal(row[5], SourceSums.Times(part)[^1].ToString(CultureInfo.InvariantCulture));
            var sum = double.Parse(row[6], CultureInfo.InvariantCulture);
            Assert.Equal(sum, SourceSums.Prices(part), 1e-6 + (1e-12 * Math.Abs(sum)));
        }
    }

    [Theory]
    [MemberData(nameof(FilesInChunks))]
    public void Stream_SharedFile_GivesTheSameRowsInChunks(string file)
    {
        var path = SharedFiles.Require($"data/{file}");
        var whole = SourceReader.Read(path, OptionsOf(file), TestContext.Current.CancellationToken);
        var counts = new Dictionary<(string?, string), (int Rows, double Sum)>();
        SourceReader.Stream(
            path,
            OptionsOf(file),
            999,
            part =>
            {
                Assert.InRange(part.Count, 1, part.Bars is null ? 999 : 999 + 8192);
                counts.TryGetValue((part.Name, part.Kind), out var before);
                counts[(part.Name, part.Kind)] = (before.Rows + part.Count, before.Sum + SourceSums.Prices(part));
            },
            TestContext.Current.CancellationToken);
        Assert.Equal(whole.Parts.Count, counts.Count);
        foreach (var part in whole.Parts)
        {
            var (rows, sum) = counts[(part.Name, part.Kind)];
            Assert.Equal(part.Count, rows);
            Assert.Equal(SourceSums.Prices(part), sum, 1e-6 + (1e-12 * Math.Abs(sum)));
        }
    }

    [Fact]
    public void Read_EveryRawFile_IsInTheTableOrRefused()
    {
        var folder = Path.GetDirectoryName(SharedFiles.Require("data/raw_formats/bitfinex_candles_raw_20181024T00.json"))!;
        var unknown = Directory.GetFiles(folder).Select(f => $"raw_formats/{Path.GetFileName(f)}").Except(ExpectedSources.Files).Order(StringComparer.Ordinal).ToArray();
        Assert.Equal(["raw_formats/databento_esh4-glbx-mdp3-20231224.mbo.dbn.zst", "raw_formats/databento_mbo_GLBX.MDP3-selected.csv"], unknown);
        Assert.Contains("Databento's binary DBN, packed by zstd. Export it as CSV with schema trades, bbo-1s or mbp-10", Refusal(unknown[0]), StringComparison.Ordinal);
        Assert.Contains("market by order (Databento's schema mbo)", Refusal(unknown[1]), StringComparison.Ordinal);
        Assert.Contains("mbp-10", Refusal(unknown[1]), StringComparison.Ordinal);
        Assert.Contains("has no time zone", Refusal("raw_formats/naive_eastern_time_ES_5min_first400.csv"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("raw_formats/binance_rest_klines_BTCUSDT_1h_2025-10.json", "candle-json")]
    [InlineData("raw_formats/cboe_SPY_quotedata_20250501.csv", "cboe-table")]
    [InlineData("raw_formats/bybit_xrpusdt-ob500.data.zip", "bybit-book")]
    [InlineData("raw_formats/lobster_AAPL_2012-06-21_34200000_57600000_orderbook_10.csv", "lobster")]
    [InlineData("raw_formats/databento_mbo_GLBX.MDP3-selected.csv", "databento-mbo")]
    [InlineData("book/b3_PETR4_20250407-11_bbo.csv.gz", "depth-csv")]
    [InlineData("crypto/binance_BTCUSDT_15m_2025.csv.gz", "bars-csv")]
    public void Detect_SharedFile_NamesItsFormat(string file, string format) =>
        Assert.Equal(format, SourceReader.Detect(SharedFiles.Require($"data/{file}")).Name);

    [Fact]
    public void BarCsvReader_CandlesAndLeanZips_AreBarsToo()
    {
        var klines = BarCsvReader.Read(SharedFiles.Require("data/raw_formats/binance_rest_klines_BTCUSDT_1h_2025-10.json"), null, TestContext.Current.CancellationToken);
        Assert.Equal(744, klines.Bars.Count);
        Assert.Equal(99955, klines.Bars.TradeCount[0]);
        Assert.Equal(212.22147, klines.Bars.TakerBuyVolume[0]);
        var lean = SharedFiles.Require("data/raw_formats/lean_future_es_minute_20131008_trade.zip");
        Assert.Equal(342, BarCsvReader.Read(lean, new() { Part = "201403" }, TestContext.Current.CancellationToken).Bars.Count);
        var message = Assert.Throws<MarketDataException>(() => BarCsvReader.Read(lean, null, TestContext.Current.CancellationToken)).Message;
        Assert.Contains("201312, 201403, 201406, 201409. Say which one is wanted by the option Part.", message, StringComparison.Ordinal);
        Assert.Equal("BTCUSDT", BarCsvReader.Read(SharedFiles.Require("data/raw_formats/lean_crypto_bybit_btcusdt_minute_20221213_trade.zip"), null, TestContext.Current.CancellationToken).Symbol?.ToString().Replace("/", string.Empty, StringComparison.Ordinal));
    }

    [Fact]
    public void Read_BitfinexCandles_FindsTheOrderOfPrices()
    {
        var bars = BarCsvReader.Read(SharedFiles.Require("data/raw_formats/bitfinex_candles_raw_20181024T00.json"), null, TestContext.Current.CancellationToken).Bars;
        Assert.Equal((6550, 6550.001886, 6550, 6550.001886, 7.52719161), (bars.Open[0], bars.High[0], bars.Low[0], bars.Close[0], bars.Volume[0]));
        Assert.Equal(728026.0716989, bars.High.Sum(), 1e-6);
    }

    [Fact]
    public void Read_CboeTable_AgreesWithTheSameChainRewritten()
    {
        var raw = SourceReader.Read(SharedFiles.Require("data/raw_formats/cboe_SPY_quotedata_20250501.csv"), null, TestContext.Current.CancellationToken).Parts[0].Options!;
        var chain = SourceReader.Read(SharedFiles.Require("data/options/SPY_chain_20250501T1649.csv.gz"), null, TestContext.Current.CancellationToken).Parts[0].Options!;
        Assert.Equal(chain.Count, raw.Count);
        Assert.Equal("SPY", raw.Underlying);
        for (var i = 0; i < raw.Count; i++)
        {
            Assert.Equal(chain[i], raw[i]);
        }
    }

    [Fact]
    public void Read_LobsterPair_AgreesWithTheSameBookRewritten()
    {
        var raw = SourceReader.Read(SharedFiles.Require("data/raw_formats/lobster_AAPL_2012-06-21_34200000_57600000_orderbook_10.csv"), null, TestContext.Current.CancellationToken);
        var book = SourceReader.Read(SharedFiles.Require("data/book/lobster_AAPL_20120621_book10.csv.gz"), null, TestContext.Current.CancellationToken).Parts[0].Book!;
        var own = raw.Parts.Single(p => p.Book is not null).Book!;
        Assert.True(book.Time.SequenceEqual(own.Time));
        for (var level = 0; level < 10; level++)
        {
            Assert.True(book.BidPrice(level).SequenceEqual(own.BidPrice(level)) && book.BidSize(level).SequenceEqual(own.BidSize(level)));
            Assert.True(book.AskPrice(level).SequenceEqual(own.AskPrice(level)) && book.AskSize(level).SequenceEqual(own.AskSize(level)));
        }

        var sides = raw.Parts.Single(p => p.Trades is not null).Trades!.Side.ToArray();
        Assert.Equal(78, sides.Count(s => s == AggressorSide.Buy));
        Assert.Equal("AAPL", raw.Parts[0].Instrument);
    }

    [Fact]
    public void Read_BookArchives_SizesAndSidesAgree()
    {
        var bybit = SourceReader.Read(SharedFiles.Require("data/raw_formats/bybit_xrpusdt-ob500.data.zip"), null, TestContext.Current.CancellationToken).Parts[0].Book!;
        double sum = 0;
        for (var level = 0; level < bybit.Depth; level++)
        {
            foreach (var size in (double[])[.. bybit.BidSize(level), .. bybit.AskSize(level)])
            {
                sum += size;
            }
        }

        Assert.Equal(10788136.0, sum);
        var hyperliquid = SourceReader.Read(SharedFiles.Require("data/raw_formats/hyperliquid_l2Book_btcusd_20250126.jsonl.gz"), new() { BookDepth = 20 }, TestContext.Current.CancellationToken);
        Assert.Equal(20, hyperliquid.Parts[0].Book!.Depth);
        Assert.Equal(23, hyperliquid.Parts[1].Trades!.Side.ToArray().Count(s => s == AggressorSide.Buy));
    }

    private static SourceOptions OptionsOf(string file) =>
        file.Contains("naive_eastern", StringComparison.Ordinal) ? new() { TimeZone = "America/New_York" } : new();

    private static string Refusal(string file) =>
        Assert.Throws<MarketDataException>(() => SourceReader.Read(SharedFiles.Require($"data/{file}"), null, TestContext.Current.CancellationToken)).Message;
}
