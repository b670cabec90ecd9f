using System.Text;
using Ratchet.Connectors.Binance.Live;
using Ratchet.Testing.Exchange;

namespace Ratchet.Connectors.Tests.Binance.Live;

/// <summary>One way in which a stream goes wrong, and what the client must have counted in the end.</summary>
internal sealed record FeedFault(string Name, Action<FeedBench> Arrange, Func<FeedCounters, bool> Did)
{
    public static IReadOnlyList<FeedFault> All { get; } =
    [
        new("none", _ => { }, c => c is { Connections: 1, Disconnections: 0, BackFilled: 0, Messages: 8 }),
        Session("cut before the handshake", (_, c) => Cut(c), c => c is { Connections: 1, Disconnections: 1 }),
        Session("handshake refused with 503", (_, c) => c.SendAsync("HTTP/1.1 503 Busy\r\nContent-Length: 0\r\n\r\n"u8.ToArray()), c => c is { Connections: 1, Disconnections: 1 }),
        Session("handshake never answered", (b, c) => NoHandshakeAsync(b, c), c => c is { Connections: 1, Disconnections: 1 }),
        Session("cut right after the handshake", async (b, c) => { await c.AcceptAsync(); await b.CaughtUpAsync(c); await Cut(c); }, c => c is { Connections: 2, Disconnections: 1 }),
        Session("cut amid a message", CutAmidAsync, c => c is { Connections: 2, Disconnections: 1, BackFilled: 1 }),
        Session("orderly close after 24 hours (1001)", async (b, c) =>
        {
            await LiveAsync(b, c, 3);
            await c.SendAsync(FeedConnection.Frame(FeedConnection.Close, [0x03, 0xE9]));
            await c.Gone;
        }, c => c is { Connections: 2, Disconnections: 1, BackFilled: 0 }),
        Session("closed without a word", async (b, c) => { await LiveAsync(b, c, 3); c.Cut(reset: false); }, c => c is { Connections: 2, Disconnections: 1 }),
        Session("silent stall", async (b, c) => { await LiveAsync(b, c, 3); await b.PassTimeAsync(c, b.StallAfter + TimeSpan.FromSeconds(1), () => false); }, c => c is { Connections: 2, Stalls: 1, BackFilled: >= 1 }),
        Session("cut, then 4 minutes without the exchange's streams", async (b, c) =>
        {
            await LiveAsync(b, c, 2);
            b.MoveTo(b.Market.End(5) + 2000);
            await Cut(c);
        }, c => c is { Connections: 2, BackFilled: 4 }),
        Send("every message twice", async (b, c, i) => { await c.SendTextAsync(b.Message(i)); await c.SendTextAsync(b.Message(i)); }, c => c is { Duplicates: >= 7, Connections: 1, Conflicts: 0 }),
        Send("a double with another close", async (b, c, i) => { await c.SendTextAsync(b.Message(i)); await c.SendTextAsync(b.Conflicting(i)); }, c => c is { Conflicts: >= 7, Connections: 1 }),
        Send("late messages", async (b, c, i) => { await c.SendTextAsync(b.Message(i)); await c.SendTextAsync(b.Message(Math.Max(0, i - 2))); }, c => c is { Late: >= 5, Connections: 1 }),
        Send("out of order by one", SwapAsync, c => c is { Early: <= 1, BackFilled: >= 1, Connections: 1 }),
        Send("a message that never comes", (b, c, i) => i == 3 ? SkipAsync(b, c, i) : c.SendTextAsync(b.Message(i)), c => c is { BackFilled: 1, Connections: 1 }),
        Send("a message in four fragments, a ping between them", FragmentsAsync, c => c is { BackFilled: 0, Connections: 1, Messages: 8 }),
        Send("other messages between, open bars too", async (b, c, i) =>
        {
            await c.SendTextAsync(b.Unfinished(i));
            await c.SendTextAsync("{\"result\":null,\"id\":1}");
            await c.SendTextAsync(b.Message(i).Replace("BTCUSDT", "ETHUSDT", StringComparison.Ordinal));
            await c.SendTextAsync(b.Message(i));
        }, c => c is { BackFilled: 0, Connections: 1 } && c.OpenBars + c.Other == 24),
        Send("garbage text between", async (b, c, i) => { await c.SendTextAsync("{\"stream\":\"btc"); await c.SendTextAsync(b.Message(i)); }, c => c is { Malformed: 8, BackFilled: 0, Connections: 1 }),
        Send("an impossible price", (b, c, i) => i == 3 ? LaterAsync(b, c, i, b.Unsound(i)) : c.SendTextAsync(b.Message(i)), c => c is { Malformed: 1, BackFilled: 1, Connections: 1 }),
        Session("a garbage frame (reserved opcode)", async (b, c) => { await LiveAsync(b, c, 3); await c.SendAsync(new byte[] { 0xF3, 0x05, 1, 2, 3, 4, 5 }); await c.Gone; }, c => c is { Connections: 2, Disconnections: 1 }),
        Session("a binary message", async (b, c) => { await LiveAsync(b, c, 3); await c.SendAsync(FeedConnection.Frame(FeedConnection.Binary, "abc"u8)); await c.Gone; }, c => c is { Connections: 2, Disconnections: 1 }),
        Session("twenty unreadable messages in a row", async (b, c) =>
        {
            await LiveAsync(b, c, 3);
            for (var i = 0; i < 20; i++)
            {
                await c.SendTextAsync("?");
            }

            await c.Gone;
        }, c => c is { Connections: 2, Malformed: 20 }),
        BackFill("cut during the back-fill, REST reset too", (b, c, r) => { c.Cut(); return r.CutAfterAsync(100); }, 1, c => c is { BackFilled: >= 4 }),
        BackFill("back-fill: 429, Retry-After 30 s", (_, _, r) => r.StatusAsync(429, headers: "Retry-After: 30\r\n"), 1, c => c is { BackFilled: >= 4, Connections: 2 }),
        BackFill("back-fill: 503 until all attempts are used, twice", (_, _, r) => r.StatusAsync(503), 6, c => c is { BackFilled: >= 4, Connections: >= 3, Disconnections: >= 2 }),
        BackFill("back-fill: truncated JSON", (_, _, r) => r.SendAsync(RestReply.Answer(200, r.Body[..(r.Body.Length / 2)])), 1, c => c is { BackFilled: >= 4, Connections: 2 }),
        new("exchange's clock 5 minutes ahead", b => { b.Exchange.Skew = TimeSpan.FromMinutes(5); b.Clock.Advance(TimeSpan.FromMinutes(-5)); }, c => c is { BackFilled: 0, Connections: 1 }),
        new("exchange's clock 5 minutes behind", b => { b.Exchange.Skew = TimeSpan.FromMinutes(-5); b.Clock.Advance(TimeSpan.FromMinutes(5)); }, c => c is { BackFilled: 0, Connections: 1 }),
        Send("a closed bar of the far future", async (b, c, i) =>
        {
            if (i == 3)
            {
                await c.SendTextAsync(b is BarBench ? b.Message(100_000) : b.Unsound(i));
            }

            await c.SendTextAsync(b.Message(i));
        }, c => c is { Malformed: 1, Late: 0, BackFilled: 0, MissingAtExchange: 0, Connections: 1 }),
        Session("REST lags behind the stream", async (b, c) =>
        {
            await LiveAsync(b, c, 2);
            for (var i = 0; i < 3; i++)
            {
                b.RestFaults.Enqueue(r => r.SendAsync(RestReply.Answer(200, "[]"u8.ToArray())));
            }

            b.MoveTo(b.Market.End(3) + 10);
            await c.SendTextAsync(b.Message(3));
            await b.EitherAsync(c, () => b.HasSeen(3));
            await b.ServeAsync(c, int.MaxValue);
            await c.Gone;
        }, c => c is { BackFilled: >= 1, MissingAtExchange: 0, Connections: 1 }),
        new("two missing at the exchange itself", b => b.Market.Missing.UnionWith([3, 4]), c => c is { MissingAtExchange: 2, Connections: 1 }),
    ];

    private static FeedFault Session(string name, Func<FeedBench, FeedConnection, Task> play, Func<FeedCounters, bool> did) =>
        new(name, b => b.Exchange.Sessions.Enqueue(c => play(b, c)), did);

    private static FeedFault Send(string name, Func<FeedBench, FeedConnection, int, Task> send, Func<FeedCounters, bool> did) =>
        Session(name, async (b, c) =>
        {
            await c.AcceptAsync();
            await b.ServeAsync(c, int.MaxValue, i => send(b, c, i));
            await c.Gone;
        }, did);

    private static FeedFault BackFill(string name, Func<FeedBench, FeedConnection, RestReply, Task> fault, int times, Func<FeedCounters, bool> did) =>
        new(name, b =>
        {
            b.Exchange.Sessions.Enqueue(async c =>
            {
                await LiveAsync(b, c, 2);
                for (var i = 0; i < times; i++)
                {
                    b.RestFaults.Enqueue(r => fault(b, b.LastConnection!, r));
                }

                b.MoveTo(b.Market.End(5) + 2000);

                await Cut(c);
            });
        }, did);

    private static async Task LiveAsync(FeedBench bench, FeedConnection connection, int messages)
    {
        await connection.AcceptAsync();
        await bench.ServeAsync(connection, messages);
    }

    private static async Task CutAmidAsync(FeedBench bench, FeedConnection connection)
    {
        await LiveAsync(bench, connection, 3);
        bench.MoveTo(bench.Market.End(3) + 10);
        await connection.SendAsync(FeedConnection.Frame(bench.Message(3)).AsMemory(0, 150));
        await Cut(connection);
    }

    private static async Task SwapAsync(FeedBench bench, FeedConnection connection, int index)
    {
        if (index != 3)
        {
            await connection.SendTextAsync(bench.Message(index));
            return;
        }

        await PassQuietlyAsync(bench, connection, index);
        await connection.SendTextAsync(bench.Message(4));
        await connection.SendTextAsync(bench.Message(3));
        await bench.EitherAsync(connection, () => bench.HasSeen(4));
    }

    private static Task SkipAsync(FeedBench bench, FeedConnection connection, int index) =>
        bench.PassTimeAsync(connection, TimeSpan.FromSeconds(6), () => bench.HasSeen(index));

    private static async Task LaterAsync(FeedBench bench, FeedConnection connection, int index, string text)
    {
        await connection.SendTextAsync(text);
        await SkipAsync(bench, connection, index);
    }

    /// <summary>Moves on to the end of the next bar; the overdue one may then be asked for at any moment, which is right too.</summary>
    private static Task PassQuietlyAsync(FeedBench bench, FeedConnection connection, int index)
    {
        _ = connection;
        bench.MoveTo(bench.Market.End(index + 1) + 10);
        return Task.CompletedTask;
    }

    private static async Task FragmentsAsync(FeedBench bench, FeedConnection connection, int index)
    {
        var text = Encoding.UTF8.GetBytes(bench.Message(index));
        for (var part = 0; part < 4; part++)
        {
            var piece = text.AsSpan(text.Length * part / 4, (text.Length * (part + 1) / 4) - (text.Length * part / 4));
            await connection.SendAsync(FeedConnection.Frame(part == 0 ? FeedConnection.Text : 0, piece, isLast: part == 3));
            if (part == 1)
            {
                await connection.SendAsync(FeedConnection.Frame(FeedConnection.Ping, "alive?"u8));
            }
        }
    }

    private static Task NoHandshakeAsync(FeedBench bench, FeedConnection connection)
    {
        bench.Clock.Advance(TimeSpan.FromSeconds(10));
        return connection.Gone;
    }

    private static Task Cut(FeedConnection connection)
    {
        connection.Cut();
        return Task.CompletedTask;
    }
}
