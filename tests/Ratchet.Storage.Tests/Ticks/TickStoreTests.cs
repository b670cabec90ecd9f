using System.Runtime.InteropServices;
using Ratchet.Market.Feeds;
using Ratchet.Market.Instruments;
using Ratchet.Market.Ticks;
using Ratchet.Market.Time;
using Ratchet.Storage.Columns;
using Ratchet.Storage.Ticks;

namespace Ratchet.Storage.Tests.Ticks;

public sealed class TickStoreTests
{
    public static TheoryData<TickKind> Kinds() => [.. Enum.GetValues<TickKind>()];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Import_EveryKind_GivesTheSameRowsBack(TickKind kind)
    {
        using var files = new TickFiles();
        var path = files.Write(kind, 0, 200);
        var outcome = files.Import(path);

        Assert.True(outcome.Accepted, outcome.Refusal);
        Assert.Equal((200, 200, 200), (outcome.Rows, outcome.GoodRows, outcome.NewRows));
        Assert.Equal(SampleTicks.TimeOf(kind, 0), outcome.FirstTime);
        Assert.Equal(1, outcome.Manifest!.Quality);
        Assert.True(outcome.Manifest.Partitions.Count > 1, "the rows must span partitions");
        Assert.Equal(TickFiles.RowsOf(path), files.Rows(kind));
        Assert.Equal(outcome.Manifest.ContentHash, files.Store.Verify(TickFiles.Symbol, kind).ContentHash);
        Assert.Equal(TickFiles.RowsOf(path), TickFiles.Text(Joined(files.Store, kind)));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Import_TheSameFileAgain_WritesNothing(TickKind kind)
    {
        using var files = new TickFiles();
        var first = files.Import(kind, 0, 120);
        var before = files.Snapshot();
        var again = files.Import(kind, 0, 120);
        Assert.Equal((0, 120), (again.NewRows, again.GoodRows));
        Assert.Equal(first.Manifest!.ContentHash, again.Manifest!.ContentHash);
        Assert.Equal(before, files.Snapshot());
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Import_InAnyOrder_MakesTheSameSeries(TickKind kind)
    {
        using var whole = new TickFiles();
        using var pieces = new TickFiles();
        var expected = whole.Import(kind, 0, 180).Manifest!;
        pieces.Import(kind, 100, 80);
        pieces.Import(kind, 0, 40);
        var manifest = pieces.Import(kind, 40, 60).Manifest!;
        Assert.Equal(expected.ContentHash, manifest.ContentHash);
        Assert.Equal(whole.Rows(kind), pieces.Rows(kind));
        Assert.Equal(3, manifest.Imports.Count);
        Assert.Equal([80L, 40L, 60L], manifest.Imports.Select(i => i.NewRows));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Import_OverlapOfTheSameRows_AddsOnlyTheNewOnes(TickKind kind)
    {
        using var files = new TickFiles();
        using var whole = new TickFiles();
        files.Import(kind, 0, 101);
        var longer = files.Import(kind, 60, 90);
        Assert.Equal((90, 49), (longer.GoodRows, longer.NewRows));
        Assert.Equal(whole.Import(kind, 0, 150).Manifest!.ContentHash, longer.Manifest!.ContentHash);
        var before = files.Snapshot();
        Assert.Equal(0, files.Import(kind, 30, 50).NewRows);
        Assert.Equal(before, files.Snapshot());
    }

    [Fact]
    public void Import_OverlapOfOtherRows_IsRefusedAndWritesNothing()
    {
        using var files = new TickFiles();
        files.Import(TickKind.Trades, 0, 100);
        var before = files.Snapshot();
        string[] bad =
        [
            SampleTicks.Csv(TickKind.Trades, 60, 90).Replace(",B\n", ",S\n", StringComparison.Ordinal),
            SampleTicks.Csv(TickKind.Trades, 99, 60),
            $"timestamp_ns,price,size,side\n{SampleTicks.TimeOf(TickKind.Trades, 50) + 1},100,1,B\n",
            $"timestamp_ns,price,size,side\n{SampleTicks.Start - 5},100,1,B\n" + SampleTicks.Csv(TickKind.Trades, 0, 100)[(SampleTicks.Header(TickKind.Trades).Length + 1)..],
        ];
        foreach (var text in bad)
        {
            var message = Assert.Throws<MarketDataException>(() => files.Import(files.Write("bad.csv", text))).Message;
            Assert.Contains("overlap the stored ones of SPX", message, StringComparison.Ordinal);
            Assert.Contains("--replace", message, StringComparison.Ordinal);
            Assert.Equal(before, files.Snapshot());
        }
    }

    [Fact]
    public void Import_Replace_PutsTheFileInPlaceOfAllThatIsStored()
    {
        using var files = new TickFiles();
        using var other = new TickFiles();
        files.Import(TickKind.Quotes, 0, 150);
        var manifest = files.Import(TickKind.Quotes, 90, 20, replace: true).Manifest!;
        Assert.Equal(20, manifest.Rows);
        Assert.Equal(other.Import(TickKind.Quotes, 90, 20).Manifest!.ContentHash, manifest.ContentHash);
        Assert.Equal(other.Names(), files.Names());
    }

    [Fact]
    public void Import_BadRows_AreKeptBesideTheData()
    {
        using var files = new TickFiles();
        var good = string.Concat(Enumerable.Range(0, 1000).Select(i => $"{SampleTicks.Start + i},100,1,101,1\n"));
        var outcome = files.Import(files.Write("q.csv", SampleTicks.Header(TickKind.Quotes) + "\n" + good
            + $"{SampleTicks.Start + 1001},102,1,101,1\n{SampleTicks.Start + 1002},-1,0,101,1\n{SampleTicks.Start + 1003},100,1,101,1\n"));
        Assert.True(outcome.Accepted, outcome.Refusal);
        Assert.Equal((1003, 1001), (outcome.Rows, outcome.GoodRows));
        Assert.Equal(1001.0 / 1003, outcome.Manifest!.Quality);
        Assert.Equal(["BadPrice 1", "BadSize 1", "Crossed 1"], outcome.Defects.Select(d => $"{d.Key} {d.Value}"));
        Assert.Equal(
            [
                "row,reason,utc,time,bid,bid_size,ask,ask_size",
                $"1001,Crossed,2023-11-14T22:00:00Z,{SampleTicks.Start + 1001},102,1,101,1",
                $"1002,BadPrice BadSize,2023-11-14T22:00:00Z,{SampleTicks.Start + 1002},-1,0,101,1",
            ],
            File.ReadAllLines(outcome.QuarantinePath!));
        Assert.Equal(outcome.QuarantinePath, files.Import(Path.Combine(Path.GetDirectoryName(files.Root)!, "q.csv")).QuarantinePath);
    }

    [Theory]
    [InlineData(TickKind.Trades, "0,100,0,B", "BadSize")]
    [InlineData(TickKind.Trades, "0,-100,1,B", "BadPrice")]
    [InlineData(TickKind.Book, "0,102,1,101,1,,,,", "Crossed")]
    [InlineData(TickKind.Book, "0,100,1,101,1,99,-1,,", "BadSize")]
    [InlineData(TickKind.Orders, "0,created,7,bid,0,1", "BadPrice")]
    [InlineData(TickKind.Orders, "0,created,7,bid,5,-1", "BadSize")]
    [InlineData(TickKind.Options, "0,SPX,SPX240119C04000000,2024-01-19,4000,C,3,2,0.2", "Crossed")]
    [InlineData(TickKind.Options, "0,SPX,SPX240119C04000000,2024-01-19,-4000,C,1,2,0.2", "BadPrice")]
    public void Import_BelowTheThreshold_IsRefusedWithTheReasonUnlessAccepted(TickKind kind, string row, string reason)
    {
        using var files = new TickFiles();
        var time = kind == TickKind.Options ? SampleTicks.TimeOf(kind, 40) / 1_000_000 : SampleTicks.TimeOf(kind, 40);
        var path = files.Write("x.csv", SampleTicks.Csv(kind, 0, 20) + time + row[1..] + "\n");
        var outcome = files.Import(path);
        Assert.Equal(ImportStatus.Refused, outcome.Status);
        Assert.Contains($"1 of 21 {TickNames.Rows(kind)} are bad ({reason} 1): quality 95.23 % is below 99.5 %", outcome.Refusal, StringComparison.Ordinal);
        Assert.Contains("--accept", outcome.Refusal, StringComparison.Ordinal);
        Assert.Empty(files.Snapshot());
        var accepted = Assert.Single(files.Store.Import(new() { Path = path, Symbol = TickFiles.Symbol, AcceptBelow = true }, TestContext.Current.CancellationToken));
        Assert.Equal((20, 1L), (accepted.Manifest!.Rows, accepted.Manifest.PutAside));
        Assert.True(File.Exists(accepted.QuarantinePath));
    }

    [Fact]
    public void Import_TimesThatRunBackwards_AreRefused()
    {
        using var files = new TickFiles();
        var trades = files.Write("x.csv", SampleTicks.Csv(TickKind.Trades, 5, 5) + SampleTicks.Row(TickKind.Trades, 0) + "\n");
        Assert.Contains("Sort the rows by time", Assert.Throws<MarketDataException>(() => files.Import(trades)).Message, StringComparison.Ordinal);
        var options = files.Import(files.Write("o.csv", SampleTicks.Csv(TickKind.Options, 5, 5) + SampleTicks.Row(TickKind.Options, 0) + "\n"));
        Assert.Contains("TimeBackwards 1", options.Refusal, StringComparison.Ordinal);
        Assert.Empty(files.Snapshot());
    }

    [Fact]
    public void Import_OtherColumnsOrContract_IsNeverMixed()
    {
        using var files = new TickFiles();
        files.Import(TickKind.Book, 0, 20);
        var deeper = files.Write("deep.csv", "timestamp_ns,bid_px_0,bid_sz_0,ask_px_0,ask_sz_0,bid_px_1,bid_sz_1,ask_px_1,ask_sz_1,bid_px_2,bid_sz_2,ask_px_2,ask_sz_2\n"
            + $"{SampleTicks.TimeOf(TickKind.Book, 300)},100,1,101,1,99,1,102,1,98,1,103,1\n");
        Assert.Contains("never mixed", Assert.Throws<MarketDataException>(() => files.Import(deeper)).Message, StringComparison.Ordinal);
        Assert.Equal(20, files.Manifest(TickKind.Book)!.Rows);
    }

    [Fact]
    public void OpenTrades_RangeInOneDay_IsMappedAndAcrossDaysJoined()
    {
        using var files = new TickFiles();
        files.Import(TickKind.Trades, 0, 200);
        var from = SampleTicks.TimeOf(TickKind.Trades, 20) / 1_000_000;
        using (var day = files.Store.OpenTrades(TickFiles.Symbol, new TimeRange(from, from + 3_600_000)))
        {
            Assert.Equal([SampleTicks.TimeOf(TickKind.Trades, 20), SampleTicks.TimeOf(TickKind.Trades, 21), SampleTicks.TimeOf(TickKind.Trades, 22), SampleTicks.TimeOf(TickKind.Trades, 23)], day.Series.Time);
            Assert.False(MemoryMarshal.TryGetArray(day.Series.Columns.Price, out _), "the column must be mapped");
            Assert.False(MemoryMarshal.TryGetArray(day.Series.Columns.Side, out _), "the column must be mapped");
            Assert.Equal(AggressorSide.Unknown, day.Series.Side[0]);
        }

        using var all = files.Store.OpenTrades(TickFiles.Symbol, TimeRange.All);
        Assert.Equal(200, all.Series.Count);
        using var none = files.Store.OpenTrades(TickFiles.Symbol, new TimeRange(0, 1));
        Assert.Equal(0, none.Series.Count);
        Assert.Contains("there are no quotes of SPX; the store has SPX trades", Assert.Throws<MarketDataException>(() => files.Store.OpenQuotes(TickFiles.Symbol, TimeRange.All)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void OpenTrades_WhileAWriterReplacesThem_KeepsItsRows()
    {
        using var files = new TickFiles();
        files.Import(TickKind.Trades, 0, 100);
        using var open = files.Store.OpenTrades(TickFiles.Symbol, TimeRange.All);
        using var day = files.Store.OpenTrades(TickFiles.Symbol, new TimeRange(SampleTicks.Start / 1_000_000, (SampleTicks.Start / 1_000_000) + 1));
        files.Import(TickKind.Trades, 0, 120, replace: true);
        Assert.Equal(2, day.Series.Count);
        Assert.Equal(100, day.Series.Price[0]);
        Assert.Equal(120, files.Rows(TickKind.Trades).Count);
    }

    [Fact]
    public void Verify_ChangedOrLostColumn_OneClearError()
    {
        using var files = new TickFiles();
        files.Import(TickKind.Trades, 0, 100);
        var column = Directory.GetFiles(files.Root, "price.npy", SearchOption.AllDirectories)[0];
        var bytes = File.ReadAllBytes(column);
        bytes[^1] ^= 1;
        File.WriteAllBytes(column, bytes);
        Assert.Contains("was changed or damaged", Message(), StringComparison.Ordinal);
        File.WriteAllBytes(column, bytes[..^9]);
        Assert.Contains("does not agree", Message(), StringComparison.Ordinal);
        File.Delete(column);
        Assert.Contains("is lost", Message(), StringComparison.Ordinal);
        File.WriteAllText(Directory.GetFiles(files.Root, "manifest.json", SearchOption.AllDirectories)[0], "{\"schema\":1}");
        Assert.Contains("the manifest is damaged", Message(), StringComparison.Ordinal);

        string Message() => Assert.Throws<MarketDataException>(() => files.Store.Verify(TickFiles.Symbol, TickKind.Trades)).Message;
    }

    [Fact]
    public void Import_WhileAnotherWrites_SaysSo()
    {
        using var files = new TickFiles();
        files.Import(TickKind.Trades, 0, 10);
        using (File.Open(Directory.GetFiles(files.Root, ".lock", SearchOption.AllDirectories)[0], FileMode.Open, FileAccess.ReadWrite, FileShare.None))
        {
            Assert.Contains("another program is writing", Assert.Throws<MarketDataException>(() => files.Import(TickKind.Trades, 20, 10)).Message, StringComparison.Ordinal);
        }

        Assert.Equal(10, files.Import(TickKind.Trades, 20, 10).NewRows);
    }

    [Fact]
    public void Import_WithoutSymbolOrWithAnother_SaysWhichIsMeant()
    {
        using var files = new TickFiles();
        var token = TestContext.Current.CancellationToken;
        var options = files.Write(TickKind.Options, 0, 4);
        Assert.Equal(Symbol.Parse("SPX"), Assert.Single(files.Store.Import(new() { Path = options }, token)).Symbol);
        Assert.Contains("the file holds SPX, ES was asked for", Assert.Throws<MarketDataException>(() => files.Store.Import(new() { Path = options, Symbol = Symbol.Parse("ES") }, token)).Message, StringComparison.Ordinal);
        var trades = files.Write("x.csv", SampleTicks.Csv(TickKind.Trades, 0, 4));
        Assert.Contains("--pair", Assert.Throws<MarketDataException>(() => files.Store.Import(new() { Path = trades }, token)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => files.Store.Import(new() { Path = trades, MinimumQuality = 2 }, token));
    }

    private static SourcePart Joined(TickStore store, TickKind kind)
    {
        // Names and dates are copied for options, all columns for rows of several partitions, so that the mapping may be released.
        switch (kind)
        {
            case TickKind.Trades: using (var x = store.OpenTrades(TickFiles.Symbol, TimeRange.All)) { return new() { Trades = x.Series }; }
            case TickKind.Quotes: using (var x = store.OpenQuotes(TickFiles.Symbol, TimeRange.All)) { return new() { Quotes = x.Series }; }
            case TickKind.Book: using (var x = store.OpenBook(TickFiles.Symbol, TimeRange.All)) { return new() { Book = x.Series }; }
            case TickKind.Orders: using (var x = store.OpenOrders(TickFiles.Symbol, TimeRange.All)) { return new() { Orders = x.Series }; }
            case TickKind.Options: using (var x = store.OpenOptions(TickFiles.Symbol, TimeRange.All)) { return new() { Options = x.Series }; }
            default: using (var x = store.OpenValues(TickFiles.Symbol, TimeRange.All)) { return new() { Values = x.Series }; }
        }
    }
}
