using Ratchet.Connectors.Binance.Download;
using Ratchet.Market.Time;
using Ratchet.Testing.Exchange;

namespace Ratchet.Connectors.Tests.Binance.Download;

public sealed class KlineDownloadTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Run_EmptyArchive_BringsEveryWholeBarAndNotTheOpenOne()
    {
        await using var bench = new DownloadBench();
        var told = new Told();
        var result = await bench.RunAsync(progress: told, cancellationToken: Cancelled);
        Assert.Equal(bench.Expected, bench.Archive.Bars);
        Assert.Equal(new DownloadResult(new(FakeMarket.Year2024, bench.Market.End(11)), 0, 12, 0, 0, result.Differences, 3), result);
        Assert.Equal([0, 5, 10, 12], told.Done);
        Assert.Empty(bench.Clock.Waits);
    }

    [Fact]
    public async Task Run_Again_AsksForNothing()
    {
        await using var bench = new DownloadBench();
        await bench.RunAsync(cancellationToken: Cancelled);
        var before = bench.Exchange.KlineRequests.Count();
        var result = await bench.RunAsync(cancellationToken: Cancelled);
        Assert.Equal(before, bench.Exchange.KlineRequests.Count());
        Assert.Equal((12, 0), (result.AlreadyStored, result.Added));
        Assert.Equal(bench.Expected, bench.Archive.Bars);
    }

    [Fact]
    public async Task Run_KilledAtEveryAppend_GoesOnWithoutLossOrDouble()
    {
        foreach (var after in new[] { false, true })
        {
            for (var append = 0; append < 3; append++)
            {
                await using var bench = new DownloadBench();
                bench.Archive.Reopen(new(DownloadBench.Pair, TimeFrame.Hour1));
                (bench.Archive.DieAt, bench.Archive.DieAfterKeeping) = (append, after);
                var killed = new KlineDownload(bench.Rest, bench.Clock).RunAsync(bench.Request, new OneLife(bench.Archive), null, Cancelled);
                await Assert.ThrowsAsync<InvalidOperationException>(() => killed);
                var kept = bench.Archive.Bars.Count;
                Assert.Equal(Math.Min(12, 5 * (append + (after ? 1 : 0))), kept);
                var result = await bench.RunAsync(cancellationToken: Cancelled);
                Assert.Equal(bench.Expected, bench.Archive.Bars);
                Assert.Equal((kept, 12 - kept), (result.AlreadyStored, result.Added));
            }
        }
    }

    [Fact]
    public async Task Run_CancelledBeforeEveryPage_KeepsWhatCame()
    {
        for (var page = 0; page < 3; page++)
        {
            await using var bench = new DownloadBench();
            using var cancel = new CancellationTokenSource();
            for (var i = 0; i < page; i++)
            {
                bench.Exchange.KlineFaults.Enqueue(null);
            }

            bench.Exchange.KlineFaults.Enqueue(async r =>
            {
                await cancel.CancelAsync();
                await r.GoneAsync();
            });
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => bench.RunAsync(cancellationToken: cancel.Token));
            Assert.Equal(bench.Expected[..(5 * page)], bench.Archive.Bars);
            await bench.RunAsync(cancellationToken: Cancelled);
            Assert.Equal(bench.Expected, bench.Archive.Bars);
        }
    }

    [Fact]
    public async Task Run_HolesInTheArchive_AsksOnlyForThem()
    {
        await using var bench = new DownloadBench(bars: 40, pageSize: 5);
        bench.Archive.Put(bench.Expected.Where((_, i) => i is not (10 or 11 or 30)));
        var result = await bench.RunAsync(cancellationToken: Cancelled);
        Assert.Equal((37, 3, 4), (result.AlreadyStored, result.Added, result.Compared));
        Assert.Equal(2, bench.Exchange.KlineRequests.Count());
        Assert.Equal(bench.Expected, bench.Archive.Bars.OrderBy(b => b.OpenTime));
    }

    [Fact]
    public async Task Run_BarMissingAtTheExchange_IsCountedAndNotInvented()
    {
        await using var bench = new DownloadBench();
        bench.Market.Missing.UnionWith([0, 4, 5, 11]);
        var result = await bench.RunAsync(cancellationToken: Cancelled);
        Assert.Equal((8, 4), (result.Added, result.MissingAtExchange));
        Assert.Equal(bench.Expected, bench.Archive.Bars);
    }

    [Theory]
    [InlineData(false, 1)]
    [InlineData(true, 2)]
    public async Task Run_StoredBarDiffers_IsReportedAndNotOverwritten(bool verify, int found)
    {
        await using var bench = new DownloadBench();
        var seam = bench.Expected[5] with { Close = 100.5 };
        var inner = bench.Expected[2] with { Volume = 99 };
        bench.Archive.Put([bench.Expected[0], bench.Expected[1], inner, bench.Expected[3], bench.Expected[4], seam]);
        var result = await bench.RunAsync(bench.Request with { Verify = verify }, cancellationToken: Cancelled);
        Assert.Equal(found, result.Differences.Count);
        Assert.Contains(new BarDifference(seam, bench.Expected[5]), result.Differences);
        Assert.Equal(6, result.Added);
        Assert.Equal(seam, bench.Archive.Bars[5]);
        Assert.Equal(12, bench.Archive.Bars.Count);
    }

    [Fact]
    public async Task Run_RangeOffTheGrid_TakesTheBarsThatOpenInIt()
    {
        await using var bench = new DownloadBench();
        var range = new TimeRange(bench.Market.OpenTime(2) + 1, bench.Market.OpenTime(6) + 1);
        await bench.RunAsync(bench.Request with { Range = range }, cancellationToken: Cancelled);
        Assert.Equal(bench.Expected[3..7], bench.Archive.Bars);
    }

    [Fact]
    public async Task GetKlines_RangeReachesTheOpenBar_GivesItApart()
    {
        await using var bench = new DownloadBench(pageSize: 100);
        var page = await bench.Rest.GetKlinesAsync(DownloadBench.Pair, TimeFrame.Hour1, new(FakeMarket.Year2024, bench.Market.End(13)), Cancelled);
        Assert.Equal(bench.Expected, page.Bars);
        Assert.Equal(bench.Market.OpenTime(12), page.Unfinished?.OpenTime);
        Assert.False(page.IsFull);
    }

    [Theory]
    [InlineData(0, 12)]
    [InlineData(999, 12)]
    [InlineData(1000, 13)]
    public async Task Run_BarJustClosed_IsTakenOnceItHasSettled(int millisecondsAfterClose, int bars)
    {
        await using var bench = new DownloadBench();
        bench.Clock.AdvanceTo(bench.Market.End(12) + millisecondsAfterClose);
        await bench.RunAsync(cancellationToken: Cancelled);
        Assert.Equal(bars, bench.Archive.Bars.Count);
    }

    private sealed class Told : IProgress<DownloadProgress>
    {
        public List<long> Done { get; } = [];

        public void Report(DownloadProgress value) => Done.Add(value.Done);
    }

    /// <summary>After its death an archive takes nothing more, as a killed process would not.</summary>
    private sealed class OneLife(MemoryArchive archive) : IBarArchive
    {
        private bool isDead;

        public Ratchet.Market.Bars.BarSeries? Stored => archive.Stored;

        public void Append(Ratchet.Market.Bars.BarSeries bars)
        {
            ObjectDisposedException.ThrowIf(isDead, this);
            isDead = true;
            archive.Append(bars);
            isDead = false;
        }
    }
}
