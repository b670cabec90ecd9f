using System.Text;
using Ratchet.Connectors.Binance;
using Ratchet.Connectors.Binance.Live;
using Ratchet.Market.Feeds.Live;
using Ratchet.Market.Instruments;
using Ratchet.Market.Time;
using Ratchet.Numerics.Randomness;
using Ratchet.Testing.Exchange;

namespace Ratchet.Connectors.Tests.Binance.Live;

public sealed class BinanceKlineFeedTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Read_Cancelled_SaysGoodbyeToTheExchange()
    {
        await using var bench = new BarBench();
        await bench.RunAsync();
        await bench.LastConnection!.Gone.WaitAsync(TimeSpan.FromSeconds(10), Cancelled);
        Assert.Equal(1000, bench.LastConnection.CloseCode);
        Assert.Equal("/stream?streams=btcusdt@kline_1m", bench.LastConnection.Target);
    }

    [Fact]
    public async Task Read_Ping_IsAnsweredWithItsPayload()
    {
        await using var bench = new BarBench();
        byte[] answer = [];
        bench.Exchange.Sessions.Enqueue(async c =>
        {
            await c.AcceptAsync();
            await c.SendAsync(FeedConnection.Frame(FeedConnection.Ping, "1704067200"u8));
            answer = await c.Ponged;
            await bench.ServeAsync(c, int.MaxValue);
            await c.Gone;
        });
        await bench.RunAsync();
        Assert.Equal("1704067200", Encoding.ASCII.GetString(answer));
    }

    [Fact]
    public async Task Read_Events_SayWhatHappenedInOrder()
    {
        await using var bench = new BarBench(bars: 6);
        bench.Exchange.Sessions.Enqueue(async c =>
        {
            await c.AcceptAsync();
            await bench.ServeAsync(c, 2);
            await bench.PassTimeAsync(c, TimeSpan.FromSeconds(201), () => false);
        });
        await bench.RunAsync();
        var kinds = bench.Events.Select(e => e is BarClosed { IsBackFill: true } ? "BackFill" : e.GetType().Name);
        Assert.Equal(
            [
                "FeedConnected", "BarClosed", "BarClosed", "BackFill", "BackFill", "BackFill", "GapFilled", "FeedStale", "FeedDisconnected", "FeedConnected", "BarClosed",
            ],
            kinds);
        var gap = Assert.Single(bench.Events.OfType<GapFilled>());
        Assert.Equal((new TimeRange(bench.Market.OpenTime(2), bench.Market.OpenTime(5)), 3, 0), (gap.Span, gap.Bars, gap.Missing));
        Assert.Contains("nothing was heard for 201 s", bench.Events.OfType<FeedDisconnected>().Single().Reason, StringComparison.Ordinal);
        Assert.All(bench.Clock.Waits, w => Assert.InRange(w, TimeSpan.FromMilliseconds(1), TimeSpan.FromMilliseconds(500)));
    }

    [Fact]
    public async Task Read_ExchangeAway_BacksOffWithinTheBounds()
    {
        await using var bench = new BarBench();
        for (var i = 0; i < 12; i++)
        {
            bench.Exchange.Sessions.Enqueue(c =>
            {
                c.Cut();
                return Task.CompletedTask;
            });
        }

        await bench.RunAsync();
        Assert.Equal(bench.Market.All, bench.Bars);
        var waits = bench.Events.OfType<FeedDisconnected>().Select(e => e.RetryIn).ToArray();
        Assert.Equal(12, waits.Length);
        for (var i = 0; i < waits.Length; i++)
        {
            Assert.InRange(waits[i].TotalSeconds, 0.001, Math.Min(30, 0.5 * Math.Pow(2, i)));
        }

        Assert.True(waits.Distinct().Count() > 8);
    }

    [Fact]
    public async Task Read_SlowReaderAndOnePlace_DropsNothing()
    {
        await using var bench = new BarBench(options: new() { Capacity = 1, StallAfter = TimeSpan.FromHours(1), OverdueAfter = TimeSpan.FromHours(1) });
        bench.Exchange.Sessions.Enqueue(async c =>
        {
            await c.AcceptAsync();
            await bench.CaughtUpAsync(c);
            await bench.Clock.WatchedAsync();
            bench.MoveTo(bench.Market.End(7) + 10);
            await c.SendAsync(Enumerable.Range(0, 8).SelectMany(i => FeedConnection.Frame(bench.Market.Message(i))).ToArray());
            await c.Gone;
        });
        await bench.RunAsync();
        Assert.Equal(bench.Market.All, bench.Bars);
        Assert.Equal(0, bench.Feed.Counters.BackFilled);
    }

    [Fact]
    public async Task Read_UnknownSymbol_EndsWithTheRefusal()
    {
        await using var bench = new BarBench();
        bench.Exchange.DefaultSession = async c =>
        {
            await c.AcceptAsync();
            await c.Gone;
        };
        var subscription = new FeedSubscription(Symbol.Parse("NO/USDT"), TimeFrame.Minute1, FakeMarket.Year2024 - 120_000);
        var error = await Assert.ThrowsAsync<ExchangeException>(async () =>
        {
            await foreach (var told in bench.Feed.ReadAsync([subscription], Cancelled))
            {
                Assert.Fail($"{told}");
            }
        });
        Assert.Contains("does not know the symbol NO/USDT", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Read_TwoSymbols_KeepTheirOrderEach()
    {
        var clock = new ManualTime(DateTimeOffset.FromUnixTimeMilliseconds(FakeMarket.Year2024 + 100));
        var bitcoin = new FakeMarket("BTCUSDT", TimeFrame.Minute1, FakeMarket.Year2024, 4);
        var ether = new FakeMarket("ETHUSDT", new TimeFrame(3), FakeMarket.Year2024, 2);
        await using var exchange = new FakeExchange(clock, bitcoin, ether);
        exchange.DefaultSession = async c =>
        {
            await c.AcceptAsync();
            await clock.WatchedAsync();
            clock.AdvanceTo(ether.End(1) + 10);
            string[] messages = [bitcoin.Message(0), ether.Message(0), bitcoin.Message(0), ether.Message(0), bitcoin.Message(1), bitcoin.Message(2), ether.Message(1), bitcoin.Message(3)];
            foreach (var message in messages)
            {
                await c.SendTextAsync(message);
            }

            await c.Gone;
        };
        using var rest = new BinanceRest(new() { BaseAddress = exchange.RestAddress }, clock, StreamKey.FromSeed(1));
        var feed = new BinanceKlineFeed(rest, new() { Address = exchange.StreamAddress, StallAfter = TimeSpan.FromHours(1), OverdueAfter = TimeSpan.FromHours(1) }, clock, StreamKey.FromSeed(2));
        FeedSubscription[] wanted = [new(Symbol.Parse("BTC/USDT"), TimeFrame.Minute1), new(Symbol.Parse("ETH/USDT"), new TimeFrame(3))];
        var bars = new List<BarClosed>();
        await foreach (var told in feed.ReadAsync(wanted, Cancelled))
        {
            if (told is BarClosed closed)
            {
                bars.Add(closed);
            }

            if (bars.Count == 6)
            {
                break;
            }
        }

        Assert.Equal(bitcoin.All, bars.Where(b => b.Symbol.Name == "BTC/USDT").Select(b => b.Bar));
        Assert.Equal(ether.All, bars.Where(b => b.Symbol.Name == "ETH/USDT").Select(b => b.Bar));
        Assert.Equal(2, feed.Counters.Duplicates);
    }

    [Fact]
    public async Task Read_NothingOrTwice_IsRefused()
    {
        await using var bench = new BarBench();
        var one = new FeedSubscription(Symbol.Parse("BTC/USDT"), TimeFrame.Minute1);
        await Assert.ThrowsAsync<ArgumentException>(() => FirstAsync(bench, []));
        await Assert.ThrowsAsync<ArgumentException>(() => FirstAsync(bench, [one, one with { After = 0 }]));
        await Assert.ThrowsAsync<ArgumentException>(() => FirstAsync(bench, [one with { TimeFrame = new(7) }]));
    }

    private static async Task FirstAsync(BarBench bench, FeedSubscription[] subscriptions)
    {
        await foreach (var _ in bench.Feed.ReadAsync(subscriptions, Cancelled))
        {
            break;
        }
    }
}
