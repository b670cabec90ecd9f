using Ratchet.Market.Feeds.Live;
using Ratchet.Testing.Exchange;

namespace Ratchet.Connectors.Tests.Binance.Live;

/// <summary>The same faults for both kinds of feed.</summary>
public sealed class FeedFaultTests(ITestOutputHelper output)
{
    public static TheoryData<string, string> Names() => [.. Kinds.SelectMany(k => FeedFault.All.Select(f => (k, f.Name)))];

    private static string[] Kinds { get; } = ["bars", "trades"];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Read_Fault_LosesAndDoublesNothing(string kind, string name)
    {
        var fault = FeedFault.All.Single(f => f.Name == name);
        await using var bench = Bench(kind);
        fault.Arrange(bench);
        await bench.RunAsync();
        bench.AssertWhole();
        var c = bench.Counters;
        Assert.True(fault.Did(c), c.ToString());
        Assert.Equal(c.Disconnections, bench.Events.OfType<FeedDisconnected>().Count());
        var ignored = c.Duplicates + c.Late + c.Malformed + c.Other;
        output.WriteLine(
            $"| {kind} | {name} | {c.Disconnections} reconnects, {bench.Exchange.Requests.Count} REST requests, {c.BackFilled} back-filled, {ignored} ignored | {bench.Lost} | {bench.Doubled} |");
    }

    [Theory]
    [InlineData("bars")]
    [InlineData("trades")]
    public async Task Read_CutAfterEveryMessage_LosesAndDoublesNothing(string kind)
    {
        for (var messages = 0; messages <= 8; messages++)
        {
            await using var bench = Bench(kind);
            var after = messages;
            bench.Exchange.Sessions.Enqueue(async c =>
            {
                await c.AcceptAsync();
                await bench.ServeAsync(c, after);
                c.Cut();
            });
            await bench.RunAsync();
            bench.AssertWhole();
        }
    }

    [Theory]
    [InlineData("bars")]
    [InlineData("trades")]
    public async Task Read_CutAfterEveryByte_LosesAndDoublesNothing(string kind)
    {
        await using var ruler = Bench(kind, 3);
        var length = 129 + Enumerable.Range(0, 3).Sum(i => FeedConnection.Frame(ruler.Message(i)).Length);
        for (var bytes = 0; bytes <= length; bytes += bytes < 140 ? 1 : 3)
        {
            await using var bench = Bench(kind, 3);
            var left = bytes;
            bench.Exchange.Sessions.Enqueue(async c =>
            {
                if (await SendPartAsync(c, c.Handshake))
                {
                    await bench.ServeAsync(c, 3, async i => _ = await SendPartAsync(c, FeedConnection.Frame(bench.Message(i))));
                }
            });
            await bench.RunAsync();
            bench.AssertWhole();

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

    private static FeedBench Bench(string kind, int items = 8) => kind == "bars" ? new BarBench(items) : new TradeBench(items);
}
