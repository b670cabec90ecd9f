using System.Globalization;
using System.IO.Compression;
using System.Text;
using Ratchet.Market.Feeds;
using Ratchet.Market.Instruments;
using Ratchet.Market.Quality;
using Ratchet.Market.Synthetic;
using Ratchet.Market.Time;
using Ratchet.Numerics.Windows;
using Ratchet.Storage.Columns;

namespace Ratchet.Storage.Tests.Columns;

public sealed class BarImportTests
{
    private const string Header = "timestamp,open,high,low,close,volume\n";
    private const long Start = 1_700_002_800_000;

    public static TheoryData<string, string, string> BadTexts() => new()
    {
        { "text in a number", Rows(5) + Row(5, close: "abc"), "line 7, column 'close': 'abc'" },
        { "not a number", Rows(5) + Row(5, close: "NaN"), "'NaN'" },
        { "infinity", Rows(5) + Row(5, close: "-Infinity"), "'-Infinity'" },
        { "decimal comma in quotes", Rows(5) + Row(5, close: "\"2,5\""), "Decimals must be written with a point" },
        { "decimal comma", Rows(5) + Row(5, close: "2,5"), "7 columns, 6 are expected" },
        { "semicolons", Rows(5).Replace(',', ';'), "separated by semicolons" },
        { "tabs", Rows(5).Replace(',', '\t'), "separated by tabs" },
        { "missing column", Rows(5).Replace("volume", "shares", StringComparison.Ordinal), "column 'volume'" },
        { "too few columns", Rows(5) + "1700020800000,1,2\n", "3 columns, 6 are expected" },
        { "header only", Header, "no rows" },
        { "blank", "\n\n\n", "no lines with data" },
        { "empty", "", "is empty" },
        { "mixed units", Rows(5) + Row(5).Replace("000,", ",", StringComparison.Ordinal), "written in seconds" },
        { "time in days", Header + "19675,1,2,0.5,1,10\n19676,1,2,0.5,1,10\n", "too small for a time" },
        { "naive time", Header + "2024-01-01 00:00,1,2,0.5,1,10\n", "TimeZone" },
        { "mixed symbols", "symbol," + Header + "BTCUSDT," + Row(0) + "ETHUSDT," + Row(1), "mixes symbols" },
        { "other symbol", "symbol," + Header + "ETHUSDT," + Row(0) + "ETHUSDT," + Row(1), "the file holds ETH/USDT" },
        { "web page", "<html>404, not found</html>", "no such column" },
    };

    [Theory]
    [MemberData(nameof(BadTexts))]
    public void Import_BadText_OneClearErrorAndTheStoreUntouched(string name, string text, string expected)
    {
        Assert.NotEmpty(name);
        ImportFails(Encoding.UTF8.GetBytes(text), expected);
    }

    [Theory]
    [InlineData("utf-16", "UTF-16")]
    [InlineData("latin-1", "no UTF-8")]
    [InlineData("gzip", "truncated or damaged")]
    [InlineData("zip", "truncated or damaged")]
    public void Import_BadBytes_OneClearErrorAndTheStoreUntouched(string kind, string expected)
    {
        var text = Rows(2_000);
        using var memory = new MemoryStream();
        if (kind == "gzip")
        {
            using var packed = new GZipStream(memory, CompressionLevel.Fastest, leaveOpen: true);
            packed.Write(Encoding.UTF8.GetBytes(text));
        }
        else if (kind == "zip")
        {
            using var archive = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true);
            using var entry = archive.CreateEntry("a.csv").Open();
            entry.Write(Encoding.UTF8.GetBytes(text));
        }

        ImportFails(
            kind switch
            {
                "utf-16" => Encoding.Unicode.GetBytes(text),
                "latin-1" => Encoding.Latin1.GetBytes(Rows(5) + Row(5, close: "\u00bd")),
                _ => memory.ToArray()[..(int)(memory.Length * 2 / 3)],
            },
            expected);
    }

    [Theory]
    [InlineData("negative price", "-1", DefectKind.NonPositivePrice)]
    [InlineData("close above high", "99", DefectKind.OhlcViolation)]
    [InlineData("empty price", "", DefectKind.MissingValue)]
    public void Import_OneBadRowInAHundred_IsRefusedThenQuarantined(string name, string close, DefectKind kind)
    {
        Assert.NotEmpty(name);
        using var temporary = new TemporaryStore();
        var path = temporary.Write("BTCUSDT_1h.csv", Rows(50) + Row(50, close) + string.Concat(Enumerable.Range(51, 49).Select(i => Row(i))));
        var request = new ImportRequest { Path = path };
        var refused = temporary.Store.Import(request, TestContext.Current.CancellationToken);
        Assert.Equal(ImportStatus.Refused, refused.Status);
        Assert.Equal(52, Assert.Single(refused.QualityReport.Of(kind)).Line);
        Assert.Contains("quality 99.000 % is below 99.5 %", refused.Facts[^1], StringComparison.Ordinal);
        Assert.Empty(temporary.Snapshot());
        var accepted = temporary.Store.Import(request with { AcceptBelow = true }, TestContext.Current.CancellationToken);
        Assert.Equal(99, accepted.Manifest!.Rows);
        Assert.Equal(0.99, accepted.Manifest.Quality);
        Assert.Equal(1, accepted.Manifest.QualitySummary[kind.ToString()]);
        var lines = File.ReadAllLines(accepted.QuarantinePath!);
        Assert.Equal(2, lines.Length);
        Assert.StartsWith($"52,{kind}", lines[1], StringComparison.Ordinal);
        Assert.Contains($",2023-11-17T01:00:00Z,1700182800000,1,3,0.5,{close},10,", lines[1], StringComparison.Ordinal);
        Assert.Equal(Path.GetFileName(accepted.QuarantinePath), Assert.Single(accepted.Manifest.Quarantine));
        Assert.Contains(temporary.Snapshot().Keys, f => f.StartsWith("bronze/bars/BTC_USDT/1h/", StringComparison.Ordinal) && f.EndsWith("source_line.npy", StringComparison.Ordinal));
    }

    [Fact]
    public void Import_Repairs_AreMadeRecordedAndNeverCountAsGood()
    {
        using var temporary = new TemporaryStore();
        var path = temporary.Write("BTCUSDT_1h.csv", Header + Row(0) + Row(1) + Row(1, "2.5") + Row(4) + Row(3) + Row(6, volume: ""));
        var repairs = new RepairOptions { SortByTime = true, KeepLastDuplicate = true, MissingVolumeIsZero = true, FillFlat = true };
        var outcome = temporary.Store.Import(new ImportRequest { Path = path, AcceptBelow = true, Repairs = repairs }, TestContext.Current.CancellationToken);
        Assert.Equal(4, outcome.Manifest!.Repairs.Count);
        Assert.Equal(7, outcome.Manifest.Rows);
        Assert.Equal(2, outcome.Manifest.FilledBars);
        Assert.Equal(5.0 / 7, outcome.Manifest.Quality);
        using var stored = temporary.Store.Load(Symbol.Parse("BTC/USDT"), TimeFrame.Hour1);
        Assert.Equal([2, 2.5, 2.5, 2, 2, 2, 2], stored.Series.Close.ToArray());
        Assert.Equal([10, 10, 0, 10, 10, 0, 0], stored.Series.Volume.ToArray());
        Assert.Contains("RemovedByRepair", File.ReadAllText(outcome.QuarantinePath!), StringComparison.Ordinal);
    }

    [Fact]
    public void Import_NextMonth_ExtendsAndConflictIsRefused()
    {
        using var temporary = new TemporaryStore();
        var token = TestContext.Current.CancellationToken;
        temporary.Store.Import(new ImportRequest { Path = temporary.Write("BTCUSDT_1h_a.csv", Rows(10)) }, token);
        var next = temporary.Write("BTCUSDT_1h_b.csv", Header + string.Concat(Enumerable.Range(8, 7).Select(i => Row(i))));
        Assert.Equal(15, temporary.Store.Import(new ImportRequest { Path = next }, token).Manifest!.Rows);
        var before = temporary.Snapshot();
        var other = temporary.Write("BTCUSDT_1h_c.csv", Header + Row(3, close: "1.5") + Row(4));
        var message = Assert.Throws<MarketDataException>(() => temporary.Store.Import(new ImportRequest { Path = other }, TestContext.Current.CancellationToken)).Message;
        Assert.Contains("Replace", message, StringComparison.Ordinal);
        Assert.Equal(before, temporary.Snapshot());
        Assert.Equal(2, temporary.Store.Import(new ImportRequest { Path = other, Replace = true }, token).Manifest!.Rows);
    }

    [Fact]
    public void Append_Twice_IsIdempotentAndNeverMixesSynthetic()
    {
        using var temporary = new TemporaryStore();
        var bars = SyntheticMarket.Generate(new SyntheticMarketOptions { Bars = 400 }).Bars;
        temporary.Store.Append(bars.Slice(new IndexRange(0, 300)), "generated", synthetic: true);
        var whole = temporary.Store.Append(bars.Slice(new IndexRange(200, 400)), "generated", synthetic: true);
        Assert.Equal(Market.Bars.BarContentHash.Compute(bars), whole.ContentHash);
        var before = temporary.Snapshot();
        temporary.Store.Append(bars.Slice(new IndexRange(100, 350)), "again", synthetic: true);
        Assert.Equal(before, temporary.Snapshot());
        Assert.Throws<MarketDataException>(() => temporary.Store.Append(bars, "real", synthetic: false));
    }

    [Theory]
    [InlineData("binance_BTCUSDT_1h_2022-2025.csv.gz", "BTC/USDT", "1h")]
    [InlineData("bybitperp_SOLUSDT_5m_2025.csv.gz", "SOL/USDT-PERP", "5m")]
    [InlineData("ES_5m_2024-12_2025-09.csv.gz", "ES", "5m")]
    [InlineData("ADABTC-1m-2021-11-27.csv", "ADA/BTC", "1m")]
    [InlineData("nq_15min.csv", "NQ", "15m")]
    [InlineData("prices.csv", null, null)]
    public void FileNameGuess_KnownNames_GivesSymbolAndFrame(string name, string? symbol, string? frame)
    {
        Assert.Equal(symbol, FileNameGuess.SymbolOf(name)?.Name);
        Assert.Equal(frame, FileNameGuess.TimeFrameOf(name)?.ToString());
    }

    [Fact]
    public void Import_RowsOutOfOrder_AreTakenIntoMemoryUpToALimit()
    {
        using var temporary = new TemporaryStore();
        var token = TestContext.Current.CancellationToken;
        var backwards = temporary.Write("BTCUSDT_1h_a.csv", Header + string.Concat(Enumerable.Range(0, 20).Reverse().Select(i => Row(i))));
        var request = new ImportRequest { Path = backwards, MostRowsInMemory = 19 };
        var message = Assert.Throws<MarketDataException>(() => temporary.Store.Import(request, TestContext.Current.CancellationToken)).Message;
        Assert.Contains("its 20 rows are not in the order of time", message, StringComparison.Ordinal);
        Assert.Empty(temporary.Snapshot());
        Assert.Equal(20, temporary.Store.Import(request with { MostRowsInMemory = 20 }, token).Manifest!.Rows);
        var mixed = temporary.Write("BTCUSDT_1h_b.csv", Header + Row(22) + Row(20) + Row(21));
        request = new ImportRequest { Path = mixed, MostRowsInMemory = 2, Repairs = new() { SortByTime = true } };
        Assert.Throws<MarketDataException>(() => temporary.Store.Import(request, TestContext.Current.CancellationToken));
        Assert.Equal(23, temporary.Store.Import(request with { MostRowsInMemory = 3 }, token).Manifest!.Rows);
    }

    [Fact]
    public void Import_ContractOfALeanZip_IsTheOneAskedFor()
    {
        using var temporary = new TemporaryStore();
        var path = Ratchet.Testing.SharedFiles.Require("data/raw_formats/lean_future_es_minute_20131008_trade.zip");
        var request = new ImportRequest { Path = path, Part = "201312", TimeFrame = TimeFrame.Minute1, Calendar = TradingCalendar.CmeGlobex, AcceptBelow = true };
        Assert.Equal(1372, temporary.Store.Import(request, TestContext.Current.CancellationToken).Manifest!.Rows);
        Assert.Contains("201403", Assert.Throws<MarketDataException>(() => temporary.Store.Import(request with { Part = null }, TestContext.Current.CancellationToken)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Import_NamelessFile_AsksForTheSymbol()
    {
        using var temporary = new TemporaryStore();
        var path = temporary.Write("prices.csv", Rows(10));
        Assert.Contains("--pair", Assert.Throws<MarketDataException>(() => temporary.Store.Import(new ImportRequest { Path = path }, TestContext.Current.CancellationToken)).Message, StringComparison.Ordinal);
        var outcome = temporary.Store.Import(new ImportRequest { Path = path, Symbol = Symbol.Parse("BTC/USDT") }, TestContext.Current.CancellationToken);
        Assert.Equal(TimeFrame.Hour1, outcome.Manifest!.TimeFrame);
    }

    private static void ImportFails(byte[] bytes, string expected)
    {
        using var temporary = new TemporaryStore();
        var token = TestContext.Current.CancellationToken;
        Assert.True(temporary.Store.Import(new ImportRequest { Path = temporary.Write("BTCUSDT_1h.csv", Rows(10)) }, token).Accepted);
        var before = temporary.Snapshot();
        var path = temporary.Write("bad.csv", bytes);
        var request = new ImportRequest { Path = path, Symbol = Symbol.Parse("BTC/USDT"), TimeFrame = TimeFrame.Hour1 };
        var message = Assert.Throws<MarketDataException>(() => temporary.Store.Import(request, TestContext.Current.CancellationToken)).Message;
        Assert.Contains(expected, message, StringComparison.Ordinal);
        Assert.Contains(path, message, StringComparison.Ordinal);
        Assert.Equal(before, temporary.Snapshot());
    }

    private static string Rows(int count) => Header + string.Concat(Enumerable.Range(0, count).Select(i => Row(i)));

    private static string Row(int hour, string close = "2", string volume = "10") =>
        string.Create(CultureInfo.InvariantCulture, $"{Start + (hour * 3_600_000L)},1,3,0.5,{close},{volume}\n");
}
