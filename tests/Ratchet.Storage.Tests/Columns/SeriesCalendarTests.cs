using System.Globalization;
using Ratchet.Market.Feeds;
using Ratchet.Market.Instruments;
using Ratchet.Market.Time;
using Ratchet.Storage.Columns;

namespace Ratchet.Storage.Tests.Columns;

public sealed class SeriesCalendarTests
{
    private static readonly CancellationToken Token = TestContext.Current.CancellationToken;

    [Fact]
    public void Import_WithoutCalendar_KeepsThatOfTheStoredSeries()
    {
        using var temporary = new TemporaryStore();
        var first = temporary.Store.Import(new() { Path = File(temporary, "XYZ_1h_a.csv", 0, 40), Symbol = Symbol.Parse("XYZ"), Calendar = TradingCalendar.CmeGlobex }, Token);
        Assert.Equal("cme-globex", first.Manifest!.Calendar);
        var next = temporary.Store.Import(new() { Path = File(temporary, "XYZ_1h_b.csv", 40, 40), Symbol = Symbol.Parse("XYZ") }, Token);
        Assert.Equal(("cme-globex", 80, 1.0), (next.Manifest!.Calendar, next.Manifest.Rows, next.Manifest.Quality));
        Assert.Equal("cme-globex", next.QualityReport.Calendar);
        Assert.Contains(next.Facts, f => f == "calendar cme-globex, that of the stored series");
        var replaced = temporary.Store.Import(new() { Path = File(temporary, "XYZ_1h_c.csv", 0, 80), Symbol = Symbol.Parse("XYZ"), Replace = true }, Token);
        Assert.Equal("cme-globex", replaced.Manifest!.Calendar);
    }

    [Theory]
    [InlineData("ES_1h.csv", null, "cme-globex")]
    [InlineData("prices_1h.csv", "ES", "cme-globex")]
    [InlineData("ES_1h.csv", "BTC/USDT", "24/7")]
    [InlineData("BTCUSDT_1h.csv", null, "24/7")]
    public void Import_WithoutCalendarIntoAnEmptyStore_TakesThatOfTheInstrument(string name, string? symbol, string calendar)
    {
        using var temporary = new TemporaryStore();
        var request = new ImportRequest { Path = File(temporary, name, 0, 40), Symbol = symbol is null ? null : Symbol.Parse(symbol), AcceptBelow = true };
        Assert.Equal(calendar, temporary.Store.Import(request, Token).Manifest!.Calendar);
    }

    [Fact]
    public void Import_SymbolColumnAgainstTheName_ChecksByTheCalendarOfTheColumn()
    {
        using var temporary = new TemporaryStore();
        var path = File(temporary, "BTCUSDT_1h.csv", 0, 40);
        var lines = System.IO.File.ReadAllLines(path);
        System.IO.File.WriteAllLines(path, lines.Select((l, i) => i == 0 ? "symbol," + l : "ES," + l));
        var outcome = temporary.Store.Import(new() { Path = path }, Token);
        Assert.Equal(("ES", "cme-globex", 1.0), (outcome.Manifest!.Symbol.Name, outcome.Manifest.Calendar, outcome.Manifest.Quality));
        Assert.Equal("cme-globex", outcome.QualityReport.Calendar);
    }

    [Fact]
    public void Import_OtherCalendarThanStored_IsRefusedNamingBothAndReplaceTakesIt()
    {
        using var temporary = new TemporaryStore();
        temporary.Store.Import(new() { Path = File(temporary, "ES_1h_a.csv", 0, 40) }, Token);
        var before = temporary.Snapshot();
        var other = new ImportRequest { Path = File(temporary, "ES_1h_b.csv", 40, 10), Calendar = TradingCalendar.AroundTheClock, AcceptBelow = true };
        var message = Assert.Throws<MarketDataException>(() => temporary.Store.Import(other, TestContext.Current.CancellationToken)).Message;
        Assert.Contains("have the calendar cme-globex, 24/7 was given", message, StringComparison.Ordinal);
        Assert.Contains("--replace", message, StringComparison.Ordinal);
        Assert.Equal(before, temporary.Snapshot());
        Assert.Equal("24/7", temporary.Store.Import(other with { Replace = true }, Token).Manifest!.Calendar);
    }

    /// <summary>Hours in which Globex is open, around a weekend.</summary>
    private static string File(TemporaryStore temporary, string name, int from, int count)
    {
        var start = UtcTime.Parse("2025-01-02T12:00:00Z");
        var times = TradingCalendar.CmeGlobex.ExpectedOpenTimes(TimeFrame.Hour1, new(start, start + (30 * UtcTime.MillisecondsPerDay))).Skip(from).Take(count);
        return temporary.Write(name, "timestamp,open,high,low,close,volume\n" + string.Concat(times.Select((t, i) => string.Create(CultureInfo.InvariantCulture, $"{t},10,13,8,{11 + (i % 2)},5\n"))));
    }
}
