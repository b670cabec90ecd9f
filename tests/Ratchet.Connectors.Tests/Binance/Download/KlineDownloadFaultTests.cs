using Ratchet.Connectors.Binance;
using Ratchet.Testing.Exchange;

namespace Ratchet.Connectors.Tests.Binance.Download;

public sealed class KlineDownloadFaultTests(ITestOutputHelper output)
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public static TheoryData<string> Names() => [.. RestFault.All.Select(f => f.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Run_FaultAtEveryPage_LosesAndDoublesNothing(string name)
    {
        var fault = RestFault.All.Single(f => f.Name == name);
        var waits = new List<double>();
        var (lost, doubled) = (0, 0);
        for (var page = 0; page < 3; page++)
        {
            await using var bench = new DownloadBench();
            fault.Schedule(bench.Exchange, bench.Clock, page);
            var result = await bench.RunAsync(cancellationToken: Cancelled);
            lost += bench.Expected.Except(bench.Archive.Bars).Count();
            doubled += bench.Archive.Bars.Count - bench.Archive.Bars.DistinctBy(b => b.OpenTime).Count();
            Assert.Equal(bench.Expected, bench.Archive.Bars);
            Assert.Equal(12, result.Added);
            Assert.Equal(0, result.MissingAtExchange);
            Assert.Equal(3 + fault.Times, bench.Exchange.KlineRequests.Count());
            Assert.Equal(fault.Times, bench.Rest.Counters.Repeats);
            Assert.Equal(fault.Times, bench.Clock.Waits.Count);
            Assert.All(bench.Clock.Waits, w => Assert.InRange(w, TimeSpan.FromMilliseconds(1), double.IsNaN(fault.WaitsSeconds) ? TimeSpan.FromSeconds(8) : TimeSpan.FromSeconds(fault.WaitsSeconds)));
            if (!double.IsNaN(fault.WaitsSeconds))
            {
                Assert.Equal(fault.WaitsSeconds, bench.Clock.Waits.Sum(w => w.TotalSeconds), 3);
            }

            waits.Add(bench.Clock.Waits.Sum(w => w.TotalSeconds));
        }

        output.WriteLine($"| {name} | {fault.Times} repeated, waited {waits.Min():0.0} to {waits.Max():0.0} s | {lost} | {doubled} |");
    }

    [Fact]
    public async Task GetKlines_ConnectionResetAfterEveryByte_GivesTheSamePage()
    {
        await using var bench = new DownloadBench(bars: 3);
        var right = await bench.Rest.GetKlinesAsync(DownloadBench.Pair, bench.Market.TimeFrame, new(FakeMarket.Year2024, bench.Market.End(2)), Cancelled);
        Assert.Equal(bench.Expected, right.Bars);
        var length = 0;
        bench.Exchange.KlineFaults.Enqueue(r =>
        {
            length = r.Good.Length;
            return r.SendGoodAsync();
        });
        await bench.Rest.GetKlinesAsync(DownloadBench.Pair, bench.Market.TimeFrame, new(FakeMarket.Year2024, bench.Market.End(2)), Cancelled);
        Assert.InRange(length, 400, 2000);
        for (var bytes = 0; bytes < length; bytes++)
        {
            var at = bytes;
            bench.Exchange.KlineFaults.Enqueue(r => r.CutAfterAsync(at));
            var page = await bench.Rest.GetKlinesAsync(DownloadBench.Pair, bench.Market.TimeFrame, new(FakeMarket.Year2024, bench.Market.End(2)), Cancelled);
            Assert.Equal(right.Bars, page.Bars);
        }

        output.WriteLine($"{length} cuts");
    }

    [Fact]
    public async Task Run_NeverAnAnswer_FailsAfterAllAttemptsAndKeepsEarlierPages()
    {
        await using var bench = new DownloadBench(options: new() { MaxAttempts = 4 });
        new RestFault("500", (r, _) => r.StatusAsync(500, "{\"code\":-1000,\"msg\":\"Unknown.\"}"), 4).Schedule(bench.Exchange, bench.Clock, 1);
        var error = await Assert.ThrowsAsync<ExchangeException>(() => bench.RunAsync(cancellationToken: Cancelled));
        Assert.True(error.IsTransient);
        Assert.Contains("failed 4 times, at last: status 500, code -1000: Unknown.", error.Message, StringComparison.Ordinal);
        Assert.Equal(bench.Expected[..5], bench.Archive.Bars);
        Assert.Equal(3, bench.Clock.Waits.Count);
        var result = await bench.RunAsync(cancellationToken: Cancelled);
        Assert.Equal(bench.Expected, bench.Archive.Bars);
        Assert.Equal((5, 7, 1), (result.AlreadyStored, result.Added, result.Compared));
    }

    [Fact]
    public async Task Run_BanLongerThanAllowed_FailsWithoutWaiting()
    {
        await using var bench = new DownloadBench();
        bench.Exchange.KlineFaults.Enqueue(r => r.StatusAsync(418, headers: "Retry-After: 86400\r\n"));
        var error = await Assert.ThrowsAsync<ExchangeException>(() => bench.RunAsync(cancellationToken: Cancelled));
        Assert.Equal(TimeSpan.FromDays(1), error.RetryAfter);
        Assert.Empty(bench.Clock.Waits);
    }

    [Fact]
    public async Task Run_UnknownSymbol_IsRefusedAtOnceWithTheReason()
    {
        await using var bench = new DownloadBench();
        var request = bench.Request with { Symbol = Market.Instruments.Symbol.Parse("NO/USDT") };
        var error = await Assert.ThrowsAsync<ExchangeException>(() => bench.RunAsync(request, cancellationToken: Cancelled));
        Assert.False(error.IsTransient);
        Assert.Contains("-1121", error.Message, StringComparison.Ordinal);
        Assert.Contains("does not know the symbol NO/USDT", error.Message, StringComparison.Ordinal);
        Assert.Single(bench.Exchange.KlineRequests);
    }

    [Fact]
    public async Task Run_TightWeightLimit_StaysBelowItWithoutA429()
    {
        await using var bench = new DownloadBench(bars: 100, pageSize: 2, options: new() { WeightBudget = 20 }, weightLimit: 20);
        await bench.RunAsync(cancellationToken: Cancelled);
        Assert.Equal(bench.Expected, bench.Archive.Bars);
        Assert.InRange(bench.Exchange.HeaviestMinute, 2, 20);
        Assert.Equal(0, bench.Rest.Counters.OrderedWaits);
        Assert.Equal(0, bench.Rest.Counters.Repeats);
        Assert.True(bench.Clock.Waits.Count >= 4, $"{bench.Clock.Waits.Count} waits");
    }

    [Fact]
    public async Task Run_WeightUsedByOthers_WaitsForTheNextMinute()
    {
        await using var bench = new DownloadBench();
        bench.Exchange.KlineFaults.Enqueue(r => r.SendAsync(RestReply.Answer(200, r.Body, headers: "X-MBX-USED-WEIGHT-1M: 5999\r\n")));
        await bench.RunAsync(cancellationToken: Cancelled);
        Assert.Equal(bench.Expected, bench.Archive.Bars);
        Assert.Equal(60.05, Assert.Single(bench.Clock.Waits).TotalSeconds, 3);
    }

    [Theory]
    [InlineData(-300)]
    [InlineData(300)]
    [InlineData(86_400)]
    public async Task Run_LocalClockWrong_TheUnfinishedBarIsJudgedByTheExchange(int skewSeconds)
    {
        await using var bench = new DownloadBench();
        bench.Clock.Advance(TimeSpan.FromSeconds(skewSeconds));
        bench.Exchange.Skew = TimeSpan.FromSeconds(-skewSeconds);
        await bench.RunAsync(cancellationToken: Cancelled);
        Assert.Equal(bench.Expected, bench.Archive.Bars);
    }
}
