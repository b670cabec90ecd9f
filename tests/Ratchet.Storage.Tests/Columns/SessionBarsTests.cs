using System.Text;
using Ratchet.Market.Bars;
using Ratchet.Market.Feeds;
using Ratchet.Market.Instruments;
using Ratchet.Market.Time;
using Ratchet.Numerics.Windows;

namespace Ratchet.Storage.Tests.Columns;

public sealed class SessionBarsTests
{
    private static readonly TradingCalendar Globex = TradingCalendar.CmeGlobex;

    [Theory]
    [InlineData(240)]
    [InlineData(1440)]
    public void Save_SessionBars_AreReadBackOnTheirGrid(int minutes)
    {
        using var temporary = new TemporaryStore();
        var bars = Bars(new(minutes));
        Assert.Throws<MarketDataException>(() => temporary.Store.Save(bars, "made", synthetic: true, Globex));
        var manifest = temporary.Store.Save(bars, "made", synthetic: true, Globex, BarAlignment.Session);
        Assert.Equal(1.0, manifest.Quality);
        using var stored = temporary.Store.Load(bars.Symbol, bars.TimeFrame);
        Assert.Equal(BarAlignment.Session, stored.Manifest.Alignment);
        Assert.Equal(BarContentHash.Compute(bars), BarContentHash.Compute(stored.Series));
        Assert.Equal(manifest.ContentHash, temporary.Store.Verify(bars.Symbol, bars.TimeFrame).ContentHash);
        Assert.Contains("\"grid\": \"session\"", Encoding.UTF8.GetString(File.ReadAllBytes(ManifestOf(temporary, bars.TimeFrame))), StringComparison.Ordinal);
    }

    [Fact]
    public void Append_SessionBarsInParts_GivesWhatSavingAllGives()
    {
        using var temporary = new TemporaryStore();
        using var whole = new TemporaryStore();
        var bars = Bars(TimeFrame.Hour4);
        var expected = whole.Store.Save(bars, "made", synthetic: true, Globex, BarAlignment.Session);
        temporary.Store.Append(bars.Slice(new IndexRange(0, 40)), "made", synthetic: true, Globex, BarAlignment.Session);
        // Neither the calendar nor the alignment is given again: the stored series has them.
        temporary.Store.Append(bars.Slice(new IndexRange(30, bars.Count)), "made", synthetic: true);
        var manifest = temporary.Store.Append(bars, "made", synthetic: true);
        Assert.Equal((expected.ContentHash, expected.Quality, expected.Rows, BarAlignment.Session), (manifest.ContentHash, manifest.Quality, manifest.Rows, manifest.Alignment));
    }

    [Fact]
    public void Append_MissingSessionBar_LowersTheQualityByIt()
    {
        using var temporary = new TemporaryStore();
        var bars = Bars(TimeFrame.Hour4);
        temporary.Store.Append(bars.Slice(new IndexRange(0, 40)), "made", synthetic: true, Globex, BarAlignment.Session);
        var manifest = temporary.Store.Append(bars.Slice(new IndexRange(41, bars.Count)), "made", synthetic: true);
        Assert.Equal((bars.Count - 1.0) / bars.Count, manifest.Quality, 12);
    }

    [Fact]
    public void Append_OtherGridOrOtherSessions_IsRefusedAndWritesNothing()
    {
        using var temporary = new TemporaryStore();
        var bars = Bars(TimeFrame.Day1);
        temporary.Store.Save(bars, "made", synthetic: true, Globex, BarAlignment.Session);
        var before = temporary.Snapshot();
        var builder = new BarSeriesBuilder(bars.Symbol, TimeFrame.Day1);
        builder.Add(new(UtcTime.Parse("2026-01-05T00:00:00Z"), 1, 1, 1, 1, 1));
        var midnight = builder.Build();
        Assert.Contains("no clean bar", Fails(() => temporary.Store.Append(midnight, "made", synthetic: true)), StringComparison.Ordinal);
        Assert.Contains("never mixed", Fails(() => temporary.Store.Append(midnight, "made", synthetic: true, Globex, BarAlignment.Utc)), StringComparison.Ordinal);
        Assert.Contains(
            "never mixed",
            Fails(() => temporary.Store.Append(midnight.Slice(new IndexRange(0, 0)), "made", synthetic: true, TradingCalendar.UsEquityExtended)),
            StringComparison.Ordinal);
        Assert.Equal(before, temporary.Snapshot());
    }

    [Fact]
    public void Load_ManifestWithoutGrid_IsOnUtcAndAnUnknownGridIsRefused()
    {
        using var temporary = new TemporaryStore();
        var bars = Bars(TimeFrame.Hour4);
        temporary.Store.Save(bars, "made", synthetic: true, Globex, BarAlignment.Session);
        var path = ManifestOf(temporary, TimeFrame.Hour4);
        var text = File.ReadAllText(path);
        File.WriteAllText(path, text.Replace("  \"grid\": \"session\",\n", string.Empty, StringComparison.Ordinal));
        Assert.Equal(BarAlignment.Utc, Assert.Single(temporary.Store.List()).Alignment);
        File.WriteAllText(path, text.Replace("\"session\"", "\"moon\"", StringComparison.Ordinal));
        Assert.Contains("'moon' is no grid", Fails(() => temporary.Store.List()), StringComparison.Ordinal);
    }

    private static string ManifestOf(TemporaryStore temporary, TimeFrame frame) => Path.Combine(temporary.Store.Root, "silver/bars/ES", frame.ToString(), "manifest.json");

    private static string Fails(Func<object> action) => Assert.Throws<MarketDataException>(action).Message;

    /// <summary>Session bars over both clock changes and the shortened days of a winter.</summary>
    private static BarSeries Bars(TimeFrame frame)
    {
        var source = new BarSeriesBuilder(Symbol.Parse("ES"), new(30));
        foreach (var time in Globex.ExpectedOpenTimes(new(30), new(UtcTime.Parse("2024-10-27T22:00:00Z"), UtcTime.Parse("2025-03-14T21:00:00Z"))))
        {
            var price = 100 + (source.Count % 17);
            source.Add(new(time, price, price + 2, price - 2, price + 1, 1));
        }

        return SessionResampler.Resample(source.Build(), frame, Globex).Bars;
    }
}
