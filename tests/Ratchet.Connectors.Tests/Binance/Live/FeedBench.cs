using System.Collections.Concurrent;
using Ratchet.Connectors.Binance;
using Ratchet.Connectors.Binance.Live;
using Ratchet.Market.Feeds.Live;
using Ratchet.Market.Time;
using Ratchet.Numerics.Randomness;
using Ratchet.Testing.Exchange;

namespace Ratchet.Connectors.Tests.Binance.Live;

/// <summary>A feed, an exchange and a reader. Each item, a bar or a trade, is there at the end of a minute; the scripts of the exchange move the clock, wait for what the reader has seen, and never sleep.</summary>
internal abstract class FeedBench : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly Lock gate = new();
    private readonly List<(Func<bool> Holds, TaskCompletionSource Signal)> waiting = [];
    private readonly CancellationTokenSource ending = new();
    private readonly HashSet<int> seen = [];
    private int lastConnected = -1;
    private int lastDisconnected = -1;
    private int disconnections;

    protected FeedBench(int items, BinanceOptions? restOptions)
    {
        Market = new("BTCUSDT", TimeFrame.Minute1, FakeMarket.Year2024, items);
        Clock = new(DateTimeOffset.FromUnixTimeMilliseconds(FakeMarket.Year2024 + 100));
        Exchange = new(Clock, Market) { DefaultSession = LiveAsync };
        Rest = new((restOptions ?? new() { MaxAttempts = 3 }) with { BaseAddress = Exchange.RestAddress, PageSize = 5 }, Clock, StreamKey.FromSeed(1).Derive("rest"));
    }

    public FakeMarket Market { get; }

    public ManualTime Clock { get; }

    public FakeExchange Exchange { get; }

    public BinanceRest Rest { get; }

    public abstract FeedCounters Counters { get; }

    /// <summary>Faults of the next requests for bars or trades.</summary>
    public abstract ConcurrentQueue<Func<RestReply, Task>?> RestFaults { get; }

    public List<FeedEvent> Events { get; } = [];

    /// <summary>How long the stream may be silent.</summary>
    public abstract TimeSpan StallAfter { get; }

    /// <summary>How many items never came.</summary>
    public abstract int Lost { get; }

    /// <summary>How many items came again.</summary>
    public abstract int Doubled { get; }

    public FeedConnection? LastConnection { get; private set; }

    /// <summary>The message of an item.</summary>
    public abstract string Message(int index);

    /// <summary>The message of an item, with another price.</summary>
    public abstract string Conflicting(int index);

    /// <summary>A message like that of an item that is not final, or of another kind.</summary>
    public abstract string Unfinished(int index);

    /// <summary>The message of an item with an impossible price.</summary>
    public abstract string Unsound(int index);

    /// <summary>Asserts that every item has come, once, in order and with its values.</summary>
    public abstract void AssertWhole();

    /// <summary>Reads until every item of the market has come, then ends the feed.</summary>
    public async Task RunAsync()
    {
        var reading = Task.Run(ReadAsync);
        try
        {
            var last = Enumerable.Range(0, Market.Count).Last(i => !Market.Missing.Contains(i));
            var first = await Task.WhenAny(UntilAsync(() => seen.Contains(last)), reading).WaitAsync(Patience);
            if (first == reading)
            {
                await reading;
            }
        }
        finally
        {
            await ending.CancelAsync();
            await reading.WaitAsync(Patience);
        }
    }

    /// <summary>Right behaviour from the handshake to the last bar: each bar is sent when its time has come and the one before was seen.</summary>
    public async Task LiveAsync(FeedConnection connection)
    {
        await connection.AcceptAsync();
        await ServeAsync(connection, int.MaxValue);
        await connection.Gone;
    }

    /// <summary>Waits for the reader to be caught up, then sends up to so many messages.</summary>
    public async Task ServeAsync(FeedConnection connection, int messages, Func<int, Task>? send = null)
    {
        LastConnection = connection;
        await CaughtUpAsync(connection);
        await Task.WhenAny(connection.Gone, Clock.WatchedAsync()).WaitAsync(Patience);
        for (var sent = 0; sent < messages && !connection.Gone.IsCompleted && NextUnseen() is { } index;)
        {
            if (Market.End(index) + 10 > Exchange.Now)
            {
                MoveTo(Market.End(index) + 10);
                await (send ?? (i => connection.SendTextAsync(Message(i))))(index);
                sent++;
                await EitherAsync(connection, () => seen.Contains(index));
                await Task.WhenAny(connection.Gone, Clock.WatchedAsync()).WaitAsync(Patience);
            }
            else
            {
                await PassTimeAsync(connection, TimeSpan.FromSeconds(6), () => seen.Contains(index));
            }
        }
    }

    public Task CaughtUpAsync(FeedConnection connection) =>
        EitherAsync(connection, () => disconnections >= Exchange.SessionCount - 1 && lastConnected > lastDisconnected);

    /// <summary>Moves the exchange's clock.</summary>
    public void MoveTo(long milliseconds) => Clock.AdvanceTo(milliseconds - (long)Exchange.Skew.TotalMilliseconds);

    /// <summary>Lets time pass once the client is at rest, then waits until something holds or the client has gone.</summary>
    public async Task PassTimeAsync(FeedConnection connection, TimeSpan time, Func<bool> holds)
    {
        await Task.WhenAny(connection.Gone, Clock.WatchedAsync()).WaitAsync(Patience);
        Clock.Advance(time);
        await EitherAsync(connection, holds);
    }

    public bool HasSeen(int index) => seen.Contains(index);

    public int? NextUnseen()
    {
        lock (gate)
        {
            for (var i = 0; i < Market.Count; i++)
            {
                if (!Market.Missing.Contains(i) && !seen.Contains(i))
                {
                    return i;
                }
            }

            return null;
        }
    }

    public Task UntilAsync(Func<bool> holds)
    {
        lock (gate)
        {
            if (holds())
            {
                return Task.CompletedTask;
            }

            var signal = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            waiting.Add((holds, signal));
            return signal.Task;
        }
    }

    public Task EitherAsync(FeedConnection connection, Func<bool> holds) => Task.WhenAny(UntilAsync(holds), connection.Gone).WaitAsync(Patience);

    public async ValueTask DisposeAsync()
    {
        await ending.CancelAsync();
        Rest.Dispose();
        await Exchange.DisposeAsync();
        ending.Dispose();
        Assert.Empty(Exchange.Problems);
    }

    protected abstract IAsyncEnumerable<FeedEvent> Read(CancellationToken cancellationToken);

    /// <summary>The item that an event tells, or null.</summary>
    protected abstract int? IndexOf(FeedEvent told);

    private async Task ReadAsync()
    {
        try
        {
            await foreach (var told in Read(ending.Token))
            {
                Note(told);
            }
        }
        catch (OperationCanceledException) when (ending.IsCancellationRequested)
        {
            // The orderly end.
        }
    }

    private void Note(FeedEvent told)
    {
        lock (gate)
        {
            Events.Add(told);
            if (IndexOf(told) is { } index)
            {
                seen.Add(index);
            }

            switch (told)
            {
                case FeedConnected:
                    lastConnected = Events.Count;
                    break;
                case FeedDisconnected:
                    lastDisconnected = Events.Count;
                    disconnections++;
                    break;
            }

            foreach (var (_, signal) in waiting.Where(w => w.Holds()).ToArray())
            {
                signal.TrySetResult();
            }

            waiting.RemoveAll(w => w.Signal.Task.IsCompleted);
        }
    }
}
