using Ratchet.Market.Bars;
using Ratchet.Market.Feeds;
using Ratchet.Market.Instruments;
using Ratchet.Market.Quality;
using Ratchet.Market.Time;
using Ratchet.Storage.Columns;
using Ratchet.Testing;

namespace Ratchet.Storage.Tests.Columns;

public sealed class RealFileImportTests
{
    public static TheoryData<string, string, string> CleanFiles() => new()
    {
        { "binance_ADAUSDT_1h_2022-2025", "ADA/USDT", "1h" },
        { "binance_BNBUSDT_1h_2022-2025", "BNB/USDT", "1h" },
        { "binance_BTCUSDT_1h_2022-2025", "BTC/USDT", "1h" },
        { "binance_ETHUSDT_1h_2022-2025", "ETH/USDT", "1h" },
        { "binance_SOLUSDT_1h_2022-2025", "SOL/USDT", "1h" },
        { "binance_XRPUSDT_1h_2022-2025", "XRP/USDT", "1h" },
        { "binance_BTCUSDT_15m_2025", "BTC/USDT", "15m" },
        { "binance_ETHUSDT_15m_2025", "ETH/USDT", "15m" },
        { "binance_SOLUSDT_15m_2025", "SOL/USDT", "15m" },
        { "binance_XRPUSDT_15m_2025", "XRP/USDT", "15m" },
        { "binancefut_BTCUSDT_1h", "BTC/USDT-PERP", "1h" },
        { "binancefut_XMRUSDT_1h", "XMR/USDT-PERP", "1h" },
    };

    [Theory]
    [MemberData(nameof(CleanFiles))]
    public void Import_CleanArchive_IsAcceptedAndIdempotent(string name, string symbol, string frame)
    {
        using var temporary = new TemporaryStore();
        var request = new ImportRequest { Path = SharedFiles.Require($"data/crypto/{name}.csv.gz") };
        var outcome = temporary.Store.Import(request, TestContext.Current.CancellationToken);
        Assert.True(outcome.Accepted, outcome.QualityReport.Describe());
        Assert.True(outcome.QualityReport.Quality >= 0.995);
        Assert.Equal(symbol, outcome.Manifest!.Symbol.Name);
        Assert.Equal(TimeFrame.Parse(frame), outcome.Manifest.TimeFrame);
        Assert.False(outcome.Manifest.Synthetic);
        var before = temporary.Snapshot();
        Assert.Equal(outcome.Manifest.ContentHash, temporary.Store.Import(request, TestContext.Current.CancellationToken).Manifest!.ContentHash);
        Assert.Equal(before, temporary.Snapshot());
        using var stored = temporary.Store.Load(outcome.Manifest.Symbol, outcome.Manifest.TimeFrame);
        Assert.Equal(outcome.Manifest.Rows, stored.Series.Count);
        var day = Resampler.Resample(stored.Series, TimeFrame.Day1).Bars;
        Assert.Equal(stored.Series.Close[^1], day.Close[^1]);
    }

    [Fact]
    public void Import_HourlyBitcoin_StatesTheKnownGap()
    {
        using var temporary = new TemporaryStore();
        var path = SharedFiles.Require("data/crypto/binance_BTCUSDT_1h_2022-2025.csv.gz");
        var report = temporary.Store.Import(new ImportRequest { Path = path }, TestContext.Current.CancellationToken).QualityReport;
        var gap = Assert.Single(report.Gaps);
        Assert.Equal(1, gap.MissingBars);
        Assert.Equal(UtcTime.Parse("2023-03-24T13:00:00Z"), gap.Span.From);
        Assert.Equal(35063, report.Rows);
        Assert.Equal(35064, report.ExpectedBars);
        Assert.Equal(0, report.BadRows);
    }

    [Fact]
    public void Import_GappyMinutes_IsRefusedAndWritesNothing()
    {
        using var temporary = new TemporaryStore();
        var path = SharedFiles.Require("data/crypto/bybit_ADAUSDT_1m_gappy_2024-09_2025-09.csv.gz");
        var outcome = temporary.Store.Import(new ImportRequest { Path = path }, TestContext.Current.CancellationToken);
        Assert.Equal(ImportStatus.Refused, outcome.Status);
        Assert.Equal(419724, outcome.QualityReport.MissingBars);
        Assert.Equal(524, outcome.QualityReport.Gaps.Count);
        Assert.Empty(temporary.Snapshot());
        var accepted = temporary.Store.Import(new ImportRequest { Path = path, AcceptBelow = true }, TestContext.Current.CancellationToken);
        Assert.True(accepted.Accepted);
        Assert.InRange(accepted.Manifest!.Quality, 0.19, 0.21);
    }

    [Fact]
    public void Import_BinanceTwelveColumns_HasTradesAndTakerVolume()
    {
        using var temporary = new TemporaryStore();
        var path = SharedFiles.Require("data/raw_formats/binance_kline_12col_noheader_ADABTC-1m-2021-11-27.csv");
        var outcome = temporary.Store.Import(new ImportRequest { Path = path }, TestContext.Current.CancellationToken);
        Assert.True(outcome.Accepted, outcome.QualityReport.Describe());
        Assert.Equal("ADA/BTC", outcome.Manifest!.Symbol.Name);
        using var stored = temporary.Store.Load(Symbol.Parse("ADA/BTC"), TimeFrame.Minute1);
        Assert.Equal(new Bar(1637971200000, 0.00002853, 0.00002854, 0.00002851, 0.00002854, 36304.2, 79, 19523), stored.Series[0]);
    }

    [Fact]
    public void Import_CryptoDataDownload_IsTurnedRoundAndTakesBaseVolume()
    {
        using var temporary = new TemporaryStore();
        var path = SharedFiles.Require("data/raw_formats/cryptodatadownload_BTCUSDT_Binance_futures_hour.csv");
        var outcome = temporary.Store.Import(new ImportRequest { Path = path, AcceptBelow = true }, TestContext.Current.CancellationToken);
        Assert.True(outcome.Accepted);
        Assert.Contains(outcome.Facts, f => f.Contains("turned round", StringComparison.Ordinal));
        using var stored = temporary.Store.Load(Symbol.Parse("BTC/USDT"), TimeFrame.Hour1);
        Assert.Equal(1596333600000, stored.Series.OpenTime[0]);
        Assert.Equal(14216.822, stored.Series.Volume[0]);
        Assert.Equal(40786, stored.Series[0].TradeCount);
    }

    [Fact]
    public void Import_NaiveEasternTime_NeedsTheZone()
    {
        using var temporary = new TemporaryStore();
        var path = SharedFiles.Require("data/raw_formats/naive_eastern_time_ES_5min_first400.csv");
        var request = new ImportRequest { Path = path, Calendar = TradingCalendar.CmeGlobex };
        var message = Assert.Throws<MarketDataException>(() => temporary.Store.Import(request, TestContext.Current.CancellationToken)).Message;
        Assert.Contains("TimeZone", message, StringComparison.Ordinal);
        Assert.Contains("line 2", message, StringComparison.Ordinal);
        var outcome = temporary.Store.Import(request with { TimeZone = "America/New_York" }, TestContext.Current.CancellationToken);
        Assert.True(outcome.Accepted, outcome.QualityReport.Describe());
        Assert.Equal(UtcTime.Parse("2026-02-17T05:05:00Z"), outcome.Manifest!.FirstOpenTime);
        Assert.Equal("ES", outcome.Manifest.Symbol.Name);
        Assert.Equal(0, outcome.QualityReport.Count(DefectKind.OutsideSession));
    }

    /// <summary>The rows missing beyond the calendar are holes of the source: the Wednesdays its manifest names, and one shortened day.</summary>
    [Theory]
    [InlineData("futures/ES_5m_2024-12_2025-09", "5m", 9, 1728)]
    [InlineData("futures/NQ_5m_2024-12_2025-09", "5m", 1, 159)]
    [InlineData("futures/NQ_1h_2021_2024-11", "1h", 0, 0)]
    public void Check_GlobexFutures_AgreesWithTheCalendar(string name, string frame, int gaps, long missing)
    {
        var file = BarCsvReader.Read(SharedFiles.Require($"data/{name}.csv.gz"), cancellationToken: TestContext.Current.CancellationToken);
        var report = QualityChecker.Check(file.Bars, TimeFrame.Parse(frame), TradingCalendar.CmeGlobex);
        Assert.Equal(0, report.BadRows);
        Assert.Equal(0, report.Count(DefectKind.OutsideSession));
        Assert.Equal(gaps, report.Gaps.Count);
        Assert.Equal(missing, report.MissingBars);
        Assert.Equal(report.Rows, report.GoodBars);
        Assert.Equal(report.Rows + missing, report.ExpectedBars);
    }

    [Fact]
    public void Import_GlobexFutures_UsesTheCalendarAndTheThreshold()
    {
        using var temporary = new TemporaryStore();
        var token = TestContext.Current.CancellationToken;
        var holes = new ImportRequest { Path = SharedFiles.Require("data/futures/ES_5m_2024-12_2025-09.csv.gz"), Calendar = TradingCalendar.CmeGlobex };
        Assert.Equal(ImportStatus.Refused, temporary.Store.Import(holes, token).Status);
        var outcome = temporary.Store.Import(holes with { AcceptBelow = true }, token);
        Assert.Equal("ES 5m", $"{outcome.Manifest!.Symbol} {outcome.Manifest.TimeFrame}");
        Assert.Equal("cme-globex", outcome.Manifest.Calendar);
        var whole = new ImportRequest { Path = SharedFiles.Require("data/futures/NQ_5m_2024-12_2025-09.csv.gz"), Calendar = TradingCalendar.CmeGlobex };
        Assert.True(temporary.Store.Import(whole, token).Accepted);
        Assert.Equal(ImportStatus.Refused, new BarStore(temporary.Folder + "/clock").Import(whole with { Calendar = TradingCalendar.AroundTheClock }, token).Status);
    }
}
