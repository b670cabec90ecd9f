using Ratchet.Connectors.Binance;
using Ratchet.Connectors.Binance.Live;
using Ratchet.Connectors.Tests.Binance.Download;
using Ratchet.Market.Feeds.Live;
using Ratchet.Market.Instruments;
using Ratchet.Market.Ticks;
using Ratchet.Market.Time;
using Ratchet.Numerics.Randomness;
using Ratchet.Testing.Exchange;

namespace Ratchet.Connectors.Tests.Binance.Live;

public sealed class BinanceTradeFeedTests(ITestOutputHelper output)
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public static TheoryData<string, int> RestFaults() => [.. RestFault.OfTrades.SelectMany(f => new[] { (f.Name, 0), (f.Name, 1), (f.Name, 2) })];

    [Theory]
    [MemberData(nameof(RestFaults))]
    public async Task Read_RestFaultAtAnyPageOfTheBackFill_LosesAndDoublesNothing(string name, int page)
    {
        var fault = RestFault.OfTrades.Single(f => f.Name == name);
        await using var bench = new TradeBench(14, restOptions: new());
        bench.Exchange.Sessions.Enqueue(async c =>
        {
            await c.AcceptAsync();
            await bench.ServeAsync(c, 2);
            fault.Schedule(bench.RestFaults, bench.Clock, page);
            c.Cut();
            await bench.UntilAsync(() => bench.Counters.Disconnections == 1);
        });
        bench.Exchange.Sessions.Enqueue(c =>
        {
            bench.MoveTo(bench.Market.End(13) + 100);
            return bench.LiveAsync(c);
        });
        await bench.RunAsync();
        bench.AssertWhole();
        Assert.True(bench.Counters is { BackFilled: 12, MissingAtExchange: 0, Connections: 2 }, bench.Counters.ToString());
        var repeats = bench.Rest.Counters.Repeats;
        Assert.Equal(fault.IsRefused ? fault.Times : 0, repeats);
        Assert.True(double.IsNaN(fault.WaitsSeconds) || bench.Clock.Waits.Any(w => w.TotalSeconds >= fault.WaitsSeconds));
        output.WriteLine($"| {name}, page {page} | {repeats} repeated | {bench.Lost} | {bench.Doubled} |");
    }

    [Fact]
    public async Task Read_RestBehindTheStream_WaitsForIt()
    {
        await using var bench = new TradeBench();
        bench.Exchange.Sessions.Enqueue(async c =>
        {
            await c.AcceptAsync();
            await bench.ServeAsync(c, 2);
            bench.MoveTo(bench.Market.End(2) + 3000);
            bench.Source.Lag = 1;
            bench.RestFaults.Enqueue(null);
            bench.RestFaults.Enqueue(r =>
            {
                bench.Source.Lag = 0;
                return r.SendGoodAsync();
            });
            await c.SendTextAsync(bench.Message(3));
            await bench.EitherAsync(c, () => bench.HasSeen(3));
            await bench.ServeAsync(c, int.MaxValue);
            await c.Gone;
        });
        await bench.RunAsync();
        bench.AssertWhole();
        Assert.True(bench.Counters is { Early: 1, MissingAtExchange: 0, Connections: 1 }, bench.Counters.ToString());
    }

    [Fact]
    public async Task Read_NumberThatRestNeverHas_CountsAsMissingAfterTheQuestions()
    {
        await using var bench = new TradeBench(options: new() { GapQuestions = 3 });
        bench.Market.Missing.Add(2);
        bench.Exchange.Sessions.Enqueue(async c =>
        {
            await c.AcceptAsync();
            await bench.ServeAsync(c, 2);
            var before = bench.Exchange.Requests.Count;
            await c.SendTextAsync(bench.Message(3));
            await bench.EitherAsync(c, () => bench.HasSeen(3));
            Assert.Equal(4, bench.Exchange.Requests.Count - before);
            await bench.ServeAsync(c, int.MaxValue);
            await c.Gone;
        });
        await bench.RunAsync();
        bench.AssertWhole();
        var gap = bench.Events.OfType<TradeGapFilled>().First();
        Assert.Equal((FakeTrades.FirstId + 2, FakeTrades.FirstId + 3, 0L, 1L), (gap.FirstId, gap.NextId, gap.Trades, gap.Missing));
        Assert.Equal(1, bench.Counters.MissingAtExchange);
    }

    [Fact]
    public async Task Read_WithdrawnTrade_IsNotTold()
    {
        await using var bench = new TradeBench();
        bench.Source.Void.Add(3);
        bench.Exchange.Sessions.Enqueue(async c =>
        {
            await c.AcceptAsync();
            await bench.ServeAsync(c, 2);
            bench.MoveTo(bench.Market.End(4) + 10);
            await bench.EitherAsync(c, () => bench.HasSeen(4));
            bench.Market.Missing.Add(3);
            await bench.ServeAsync(c, int.MaxValue);
            await c.Gone;
        });
        await bench.RunAsync();
        bench.AssertWhole();
        Assert.Equal((1, 2), (bench.Counters.MissingAtExchange, bench.Counters.BackFilled));
    }

    [Fact]
    public async Task Read_SymbolWithoutTradesYet_BeginsAtTheFirst()
    {
        await using var bench = new TradeBench();
        bench.RestFaults.Enqueue(r => r.SendAsync(RestReply.Answer(200, "[]"u8.ToArray())));
        var text = "{\"stream\":\"btcusdt@aggTrade\",\"data\":{\"e\":\"aggTrade\",\"s\":\"BTCUSDT\",\"a\":0,\"p\":\"2.5\",\"q\":\"4\",\"T\":1704067201234,\"m\":true}}";
        bench.Exchange.Sessions.Enqueue(async c =>
        {
            await c.AcceptAsync();
            await c.SendTextAsync(text);
            await c.Gone;
        });
        await foreach (var told in bench.Feed.ReadAsync([Symbol.Parse("BTC/USDT")], Cancelled))
        {
            if (told is TradeArrived trade)
            {
                Assert.Equal((0L, new Trade(1_704_067_201_234_000_000, 2.5, 4, AggressorSide.Sell), false), (trade.Id, trade.Trade, trade.IsBackFill));
                break;
            }
        }
    }

    [Fact]
    public async Task Read_Events_SayWhatHappenedInOrder()
    {
        await using var bench = new TradeBench();
        bench.Exchange.Sessions.Enqueue(async c =>
        {
            await c.AcceptAsync();
            await bench.ServeAsync(c, 2);
            await bench.PassTimeAsync(c, bench.StallAfter + TimeSpan.FromSeconds(1), () => false);
        });
        await bench.RunAsync();
        var kinds = bench.Events.Select(e => e is TradeArrived { IsBackFill: true } ? "BackFill" : e.GetType().Name);
        Assert.Equal(
            [
                "FeedConnected", "TradeArrived", "TradeArrived", "BackFill", "BackFill", "BackFill", "BackFill", "TradeGapFilled", "FeedStale", "FeedDisconnected",
                "FeedConnected", "TradeArrived", "TradeArrived",
            ],
            kinds);
        Assert.Equal("/stream?streams=btcusdt@aggTrade", bench.LastConnection!.Target);
        await bench.LastConnection.Gone.WaitAsync(TimeSpan.FromSeconds(10), Cancelled);
        Assert.Equal(1000, bench.LastConnection.CloseCode);
    }

    [Fact]
    public async Task Read_SlowReaderAndOnePlace_DropsNothing()
    {
        await using var bench = new TradeBench(200, new() { Capacity = 1 });
        bench.Exchange.Sessions.Enqueue(async c =>
        {
            await c.AcceptAsync();
            await bench.CaughtUpAsync(c);
            await c.SendAsync(Enumerable.Range(0, 200).SelectMany(i => FeedConnection.Frame(bench.Message(i))).ToArray());
            await c.Gone;
        });
        await bench.RunAsync();
        bench.AssertWhole();
        Assert.Equal(0, bench.Counters.BackFilled);
    }

    [Fact]
    public async Task Read_LongBackFill_StaysWithinTheWeightOfAMinute()
    {
        await using var bench = new TradeBench(60, restOptions: new() { WeightBudget = 20 });
        bench.Exchange.Sessions.Enqueue(async c =>
        {
            await c.AcceptAsync();
            await bench.ServeAsync(c, 1);
            bench.MoveTo(bench.Market.End(59) + 10);
            await c.Gone;
        });
        await bench.RunAsync();
        bench.AssertWhole();
        Assert.Equal(59, bench.Counters.BackFilled);
        Assert.InRange(bench.Exchange.HeaviestMinute, 16, 20);
    }

    [Fact]
    public async Task Read_TwoSymbols_KeepTheirOrderEach()
    {
        var clock = new ManualTime(DateTimeOffset.FromUnixTimeMilliseconds(FakeMarket.Year2024 + 100));
        await using var exchange = new FakeExchange(
            clock, new FakeMarket("BTCUSDT", TimeFrame.Minute1, FakeMarket.Year2024, 4), new FakeMarket("ETHUSDT", new TimeFrame(3), FakeMarket.Year2024, 2));
        var (bitcoin, ether) = (exchange.Trades[0], exchange.Trades[1]);
        exchange.DefaultSession = async c =>
        {
            await c.AcceptAsync();
            await clock.WatchedAsync();
            string[] messages = [bitcoin.Message(0), ether.Message(0), bitcoin.Message(0), ether.Message(0), bitcoin.Message(1), bitcoin.Message(2), ether.Message(1), bitcoin.Message(3)];
            foreach (var message in messages)
            {
                await c.SendTextAsync(message);
            }

            await c.Gone;
        };
        using var rest = new BinanceRest(new() { BaseAddress = exchange.RestAddress }, clock, StreamKey.FromSeed(1));
        var feed = new BinanceTradeFeed(rest, new() { Address = exchange.StreamAddress }, clock, StreamKey.FromSeed(2));
        var trades = new List<TradeArrived>();
        await foreach (var told in feed.ReadAsync([Symbol.Parse("BTC/USDT"), Symbol.Parse("ETH/USDT")], Cancelled))
        {
            if (told is TradeArrived trade)
            {
                trades.Add(trade);
            }

            if (trades.Count == 6)
            {
                break;
            }
        }

        Assert.Equal(bitcoin.All, trades.Where(t => t.Symbol.Name == "BTC/USDT").Select(t => (t.Id, t.Trade)));
        Assert.Equal(ether.All, trades.Where(t => t.Symbol.Name == "ETH/USDT").Select(t => (t.Id, t.Trade)));
        Assert.Equal(2, feed.Counters.Duplicates);
    }

    [Fact]
    public async Task Read_UnknownSymbol_EndsWithTheRefusal()
    {
        await using var bench = new TradeBench();
        bench.Exchange.DefaultSession = async c =>
        {
            await c.AcceptAsync();
            await c.Gone;
        };
        var error = await Assert.ThrowsAsync<ExchangeException>(() => FirstAsync(bench, [Symbol.Parse("NO/USDT")]));
        Assert.Contains("does not know the symbol NO/USDT", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Read_NothingOrTwice_IsRefused()
    {
        await using var bench = new TradeBench();
        var one = Symbol.Parse("BTC/USDT");
        await Assert.ThrowsAsync<ArgumentException>(() => FirstAsync(bench, []));
        await Assert.ThrowsAsync<ArgumentException>(() => FirstAsync(bench, [one, one]));
    }

    private static async Task FirstAsync(TradeBench bench, Symbol[] symbols)
    {
        await foreach (var _ in bench.Feed.ReadAsync(symbols, Cancelled))
        {
            break;
        }
    }
}
