using Ratchet.Market.Quality;
using Ratchet.Testing;

namespace Ratchet.Market.Tests.Quality;

/// <summary>The defects that the manifest of the shared data names, found by the check.</summary>
public sealed class SourceCheckerTests
{
    [Theory]
    [InlineData("crypto/bybit_ADAUSDT_1m_gappy_2024-09_2025-09.csv.gz", 524, 419724)]
    [InlineData("crypto/bitfinex_BTCUSD_1m_2018.csv.gz", 3992, 5101)]
    [InlineData("crypto/bitfinex_LTCUSD_1m_2019.csv.gz", 78321, 157094)]
    [InlineData("futures/ES_1m_2024-12_2025-09.csv.gz", 275, 151913)]
    [InlineData("futures/ES_5m_2024-12_2025-09.csv.gz", 222, 30372)]
    [InlineData("futures/NQ_1h_2021_2024-11.csv.gz", 1012, 11061)]
    [InlineData("futures/SPY_1m_2024-02_05.csv.gz", 5052, 76460)]
    public void Check_Bars_CountsTheKnownGaps(string file, int gaps, long missing)
    {
        var report = Assert.Single(Check(file)).Report!;
        Assert.Equal((gaps, missing), (report.ClockGaps.Count, report.ClockGaps.Sum(g => g.MissingBars)));
    }

    [Theory]
    [InlineData("futures/ES_1m_2024-12_2025-09.csv.gz", "volume column empty")]
    [InlineData("futures/NQ_1m_2022-2023.csv.gz", "volume column empty")]
    [InlineData("futures/NQ_1m_2022-2023.csv.gz", "off the 0.25 tick grid in 100.0 %")]
    [InlineData("futures/ES_5m_2024-12_2025-09.csv.gz", "Wed 2024-12-18 (192), Wed 2025-01-15 (192)")]
    [InlineData("futures/ES_lean_1m_tradequote_2013_2020-01.csv.gz", "days not contiguous: 11 of 42")]
    [InlineData("book/b3_PETR4_20250407-11_bbo.csv.gz", "sizes empty 3,971")]
    [InlineData("book/sgx_A50_2014_1_29_book3.csv.gz", "equal times 1,406")]
    [InlineData("futures/ESH4_20231225_mbp10.csv.gz", "crossed 143")]
    [InlineData("trades/ESM8_20180507_trades.csv.gz", "size empty 74,907")]
    [InlineData("options/SPX_chain_20220205T2009.csv.gz", "1 moments, 40 expirations")]
    [InlineData("options/SPX_chain_20220205T2009.csv.gz", "open interest 13,548,286")]
    [InlineData("raw_formats/cryptodatadownload_BTCUSDT_Binance_futures_hour.csv", "newest to the oldest")]
    public void Check_KnownDefect_IsInTheNotes(string file, string note) => Assert.Contains(note, string.Join("; ", Check(file)[0].Notes), StringComparison.Ordinal);

    [Fact]
    public void Check_RefusedFormat_IsAFindingWithTheReason()
    {
        var finding = Assert.Single(Check("raw_formats/databento_mbo_GLBX.MDP3-selected.csv"));
        Assert.Contains("market by order", finding.Error, StringComparison.Ordinal);
        Assert.Equal("databento-mbo", finding.Format!.Name);
    }

    [Fact]
    public void Check_BarsOfSeconds_AreRefusedWithTheReasonAndTheirQuotesReported()
    {
        var findings = Check("futures/SPY_1s_tradequote_20131007-09.csv.gz");
        Assert.Null(Assert.Single(findings, f => f.Kind == "quotes").Error);
        var bars = Assert.Single(findings, f => f.Kind == "bars");
        Assert.Equal((59_904, null), (bars.Rows, bars.Report));
        Assert.Contains("The median step is 1000 ms: bars shorter than one minute are not kept", bars.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void TimeFrame_StepsOfSecondsOrOfPartsOfMinutes_SaysWhy()
    {
        Assert.Contains("shorter than one minute", Refusal([0, 1000, 2000]), StringComparison.Ordinal);
        Assert.Contains("no whole number of minutes", Refusal([0, 90_000, 180_000]), StringComparison.Ordinal);

        static string Refusal(long[] times)
        {
            var steps = new StepCounts();
            steps.Add(times);
            return Assert.Throws<Ratchet.Market.Feeds.MarketDataException>(() => steps.TimeFrame()).Message;
        }
    }

    [Fact]
    public void Check_LeanZip_OnePartAContract()
    {
        var path = SharedFiles.Require("data/raw_formats/lean_future_es_minute_20131008_trade.zip");
        var all = SourceChecker.Check(path, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal(["201312", "201403", "201406", "201409"], all.Select(f => f.Part));
        var one = SourceChecker.Check(path, new() { Part = "201403" }, TestContext.Current.CancellationToken);
        Assert.Equal(342, Assert.Single(one).Rows);
    }

    [Fact]
    public void Check_CleanArchives_AreNotRefused()
    {
        var folder = Path.GetDirectoryName(SharedFiles.Require("data/crypto/binance_BTCUSDT_15m_2025.csv.gz"))!;
        foreach (var file in Directory.GetFiles(folder, "binance*.csv.gz"))
        {
            var finding = Assert.Single(SourceChecker.Check(file, cancellationToken: TestContext.Current.CancellationToken));
            Assert.False(finding.IsRefused, file);
        }
    }

    private static IReadOnlyList<SourceFinding> Check(string file) =>
        SourceChecker.Check(SharedFiles.Require("data/" + file), cancellationToken: TestContext.Current.CancellationToken);
}
