using Ratchet.Market.Feeds.Live;
using Ratchet.Testing.Exchange;

namespace Ratchet.Connectors.Tests.Binance.Live;

public sealed class BinanceKlineFeedFaultTests(ITestOutputHelper output)
{
    public static TheoryData<string> Names() => [.. FeedFault.All.Select(f => f.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Read_Fault_LosesAndDoublesNothing(string name)
    {
        var fault = FeedFault.All.Single(f => f.Name == name);
        await using var bench = new FeedBench();
        fault.Arrange(bench);
        await bench.RunAsync();
        Assert.Equal(bench.Market.All, bench.Bars);
        var c = bench.Feed.Counters;
        Assert.True(fault.Did(c), c.ToString());
        Assert.Equal(c.Disconnections, bench.Events.OfType<FeedDisconnected>().Count());
        var lost = bench.Market.All.Except(bench.Bars).Count();
        var doubled = bench.Bars.Length - bench.Bars.DistinctBy(b => b.OpenTime).Count();
        var ignored = c.Duplicates + c.Late + c.Malformed + c.Other;
        output.WriteLine(
            $"| {name} | {c.Disconnections} reconnects, {bench.Exchange.Requests.Count} REST requests, {c.BackFilled} back-filled, {ignored} ignored | {lost} | {doubled} |");
    }

    [Fact]
    public async Task Read_CutAfterEveryMessage_LosesAndDoublesNothing()
    {
        for (var messages = 0; messages <= 8; messages++)
        {
            await using var bench = new FeedBench();
            var after = messages;
            bench.Exchange.Sessions.Enqueue(async c =>
            {
                await c.AcceptAsync();
                await bench.ServeAsync(c, after);
                c.Cut();
            });
            await bench.RunAsync();
            Assert.Equal(bench.Market.All, bench.Bars);
        }
    }

    [Fact]
    public async Task Read_CutAfterEveryByte_LosesAndDoublesNothing()
    {
        var length = new FakeMarketBytes(3).Length;
        for (var bytes = 0; bytes <= length; bytes += bytes < 140 ? 1 : 3)
        {
            await using var bench = new FeedBench(bars: 3);
            var left = bytes;
            bench.Exchange.Sessions.Enqueue(async c =>
            {
                if (await SendPartAsync(c, c.Handshake))
                {
                    await bench.ServeAsync(c, 3, async i => _ = await SendPartAsync(c, FeedConnection.Frame(bench.Market.Message(i))));
                }
            });
            await bench.RunAsync();
            Assert.Equal(bench.Market.All, bench.Bars);

            async Task<bool> SendPartAsync(FeedConnection connection, byte[] all)
            {
                var part = Math.Min(left, all.Length);
                left -= part;
                await connection.SendAsync(all.AsMemory(0, part));
                if (left == 0)
                {
                    connection.Cut();
                }

                return left > 0;
            }
        }
    }

    private sealed class FakeMarketBytes(int messages)
    {
        public int Length
        {
            get
            {
                var market = new FakeMarket("BTCUSDT", Market.Time.TimeFrame.Minute1, FakeMarket.Year2024, messages);
                return 129 + Enumerable.Range(0, messages).Sum(i => FeedConnection.Frame(market.Message(i)).Length);
            }
        }
    }
}
