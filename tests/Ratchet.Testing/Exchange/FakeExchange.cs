using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Ratchet.Testing.Exchange;

/// <summary>
/// A small exchange on the loopback: bars and trades over REST and WebSocket as Binance speaks them, and faults on schedule. Each request takes the next fault of its kind,
/// each stream connection the next session; when there is none left, answers are right and <see cref="DefaultSession"/> plays.
/// </summary>
public sealed class FakeExchange : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly TimeProvider clock;
    private readonly ConcurrentDictionary<Task, bool> running = new();
    private readonly ConcurrentDictionary<Socket, bool> sockets = new();
    private readonly Task accepting;
    private readonly Lock gate = new();
    private readonly List<string> requests = [];
    private readonly List<(long Minute, int Weight)> weights = [];
    private int sessions;
    private volatile bool isClosing;

    public FakeExchange(TimeProvider clock, params IReadOnlyList<FakeMarket> markets)
    {
        this.clock = clock;
        Markets = markets;
        Trades = [.. markets.Select(m => new FakeTrades(m))];
        listener.Start(512);
        accepting = AcceptAsync();
    }

    public IReadOnlyList<FakeMarket> Markets { get; }

    /// <summary>The trades of the markets, one for each.</summary>
    public IReadOnlyList<FakeTrades> Trades { get; }

    public Uri RestAddress => new($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");

    public Uri StreamAddress => new($"ws://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");

    /// <summary>How far the exchange's clock is ahead of the client's.</summary>
    public TimeSpan Skew { get; set; }

    /// <summary>The weight a minute above which requests are answered with 429.</summary>
    public int WeightLimit { get; init; } = 6000;

    /// <summary>Faults of the next requests for bars; null answers rightly.</summary>
    public ConcurrentQueue<Func<RestReply, Task>?> KlineFaults { get; } = new();

    /// <summary>Faults of the next requests for trades.</summary>
    public ConcurrentQueue<Func<RestReply, Task>?> TradeFaults { get; } = new();

    /// <summary>Faults of the next requests for the time.</summary>
    public ConcurrentQueue<Func<RestReply, Task>?> TimeFaults { get; } = new();

    /// <summary>What the next stream connections see.</summary>
    public ConcurrentQueue<Func<FeedConnection, Task>> Sessions { get; } = new();

    public Func<FeedConnection, Task>? DefaultSession { get; set; }

    /// <summary>Errors of the exchange itself.</summary>
    public ConcurrentQueue<Exception> Problems { get; } = new();

    public long Now => clock.GetUtcNow().ToUnixTimeMilliseconds() + (long)Skew.TotalMilliseconds;

    /// <summary>Stream connections so far.</summary>
    public int SessionCount => Volatile.Read(ref sessions);

    /// <summary>Every REST request, path and query.</summary>
    public IReadOnlyList<string> Requests
    {
        get
        {
            lock (gate)
            {
                return [.. requests];
            }
        }
    }

    /// <summary>The most weight that was used in one minute.</summary>
    public int HeaviestMinute
    {
        get
        {
            lock (gate)
            {
                return weights.GroupBy(w => w.Minute).Select(g => g.Sum(w => w.Weight)).DefaultIfEmpty().Max();
            }
        }
    }

    public IEnumerable<string> KlineRequests => Requests.Where(r => r.StartsWith("/api/v3/klines", StringComparison.Ordinal));

    public async ValueTask DisposeAsync()
    {
        isClosing = true;
        listener.Dispose();
        foreach (var socket in sockets.Keys)
        {
            socket.Dispose();
        }

        await accepting;
        await Task.WhenAll(running.Keys);
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var socket = await listener.AcceptSocketAsync();
                socket.NoDelay = true;
                sockets[socket] = true;
                var task = ServeAsync(socket);
                running[task] = true;
                _ = task.ContinueWith(t => running.TryRemove(t, out _), TaskScheduler.Default);
            }
        }
        catch (Exception exception) when (isClosing || exception is SocketException)
        {
            // The exchange closes.
        }
    }

    private async Task ServeAsync(Socket socket)
    {
        try
        {
            var head = await ReadHeadAsync(socket);
            if (head.Length > 0)
            {
                var target = head.Split(' ')[1];
                await (target.StartsWith("/stream", StringComparison.Ordinal) ? StreamAsync(socket, target, head) : RestAsync(socket, target));
            }
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
        {
            // The client went away, which is its right.
        }
        catch (Exception exception)
        {
            Problems.Enqueue(exception);
        }
        finally
        {
            sockets.TryRemove(socket, out _);
            socket.Dispose();
        }
    }

    private static async Task<string> ReadHeadAsync(Socket socket)
    {
        var buffer = new byte[8192];
        var length = 0;
        while (true)
        {
            var count = await socket.ReceiveAsync(buffer.AsMemory(length));
            length += count;
            var text = Encoding.ASCII.GetString(buffer, 0, length);
            if (text.EndsWith("\r\n\r\n", StringComparison.Ordinal))
            {
                return text;
            }

            if (count == 0 || length == buffer.Length)
            {
                return string.Empty;
            }
        }
    }

    private async Task StreamAsync(Socket socket, string target, string head)
    {
        Interlocked.Increment(ref sessions);
        var key = head.Split("\r\n").First(l => l.StartsWith("Sec-WebSocket-Key:", StringComparison.OrdinalIgnoreCase)).Split(':')[1].Trim();
        var connection = new FeedConnection(socket, target, key);
        var listening = connection.ListenAsync();
        var play = Sessions.TryDequeue(out var session) ? session : DefaultSession ?? throw new InvalidOperationException("No session is left to play.");
        try
        {
            await play(connection);
        }
        finally
        {
            socket.Dispose();
            await listening;
        }
    }

    private async Task RestAsync(Socket socket, string target)
    {
        var isTime = target.StartsWith("/api/v3/time", StringComparison.Ordinal);
        var isTrades = target.StartsWith("/api/v3/aggTrades", StringComparison.Ordinal);
        int used;
        lock (gate)
        {
            requests.Add(target);
            weights.Add((Now / 60_000, isTime ? 1 : isTrades ? 4 : 2));
            used = weights.Where(w => w.Minute == Now / 60_000).Sum(w => w.Weight);
        }

        var header = $"X-MBX-USED-WEIGHT-1M: {used}\r\n";
        var (status, body) = isTime ? (200, $"{{\"serverTime\":{Now}}}") : isTrades ? TradesOf(target) : Klines(target);
        if (used > WeightLimit)
        {
            (status, body, header) = (429, "{\"code\":-1003,\"msg\":\"Too much request weight used.\"}", $"{header}Retry-After: {60 - (Now / 1000 % 60)}\r\n");
        }

        var bytes = Encoding.UTF8.GetBytes(body);
        var reply = new RestReply(socket, target, RestReply.Answer(status, bytes, headers: header), bytes);
        var faults = isTime ? TimeFaults : isTrades ? TradeFaults : KlineFaults;
        await (faults.TryDequeue(out var fault) && fault is not null ? fault(reply) : reply.SendGoodAsync());
        if (socket.Connected)
        {
            socket.Shutdown(SocketShutdown.Send);
        }
    }

    private (int Status, string Body) Klines(string target)
    {
        var query = Query(target);
        var market = Markets.FirstOrDefault(m => m.Symbol == query["symbol"] && m.TimeFrame.ToString() == query["interval"])
            ?? Markets.FirstOrDefault(m => m.Symbol == query["symbol"]);
        return market is null ? UnknownSymbol
            : market.TimeFrame.ToString() != query["interval"] ? (400, "{\"code\":-1120,\"msg\":\"Invalid interval.\"}")
            : (200, market.Rows(long.Parse(query["startTime"]), long.Parse(query["endTime"]), int.Parse(query["limit"]), Now));
    }

    private (int Status, string Body) TradesOf(string target)
    {
        var query = Query(target);
        var index = Markets.ToList().FindIndex(m => m.Symbol == query["symbol"]);
        return index < 0
            ? UnknownSymbol
            : (200, Trades[index].Rows(query.TryGetValue("fromId", out var from) ? long.Parse(from) : null, int.Parse(query["limit"]), Now));
    }

    private static (int Status, string Body) UnknownSymbol => (400, "{\"code\":-1121,\"msg\":\"Invalid symbol.\"}");

    private static Dictionary<string, string> Query(string target) =>
        target[(target.IndexOf('?', StringComparison.Ordinal) + 1)..].Split('&').Select(p => p.Split('=')).ToDictionary(p => p[0], p => p[1]);
}
