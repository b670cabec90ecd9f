using System.Globalization;
using Ratchet.Connectors.Binance;
using Ratchet.Connectors.Binance.Live;
using Ratchet.Hosting.Composition.Paper;
using Ratchet.Hosting.Configuration;
using Ratchet.Market.Bars;
using Ratchet.Market.Instruments;
using Ratchet.Market.Synthetic;
using Ratchet.Market.Time;
using Ratchet.Numerics.Randomness;
using Ratchet.Testing.Exchange;

namespace Ratchet.Scenarios.Paper;

/// <summary>
/// A paper session on the real client of the exchange, a small exchange on the loopback that misbehaves on schedule, and a clock that the exchange moves from minute to
/// minute. The session is the product's: folder, SQLite journal, recovery, run.
/// </summary>
internal sealed class PaperBench : IAsyncDisposable
{
    private const long Minute = 60_000;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private readonly PaperSettings settings;
    private readonly Lock gate = new();
    private readonly List<(Func<bool> Holds, TaskCompletionSource Signal)> waiting = [];
    private readonly Dictionary<int, List<Fault>> schedule = [];
    private readonly CancellationTokenSource ending = new();
    private readonly FakeMarket minutes;
    private readonly FakeMarket? longer;
    private readonly BinanceRest rest;
    private readonly List<double> recoveries = [];
    private long outageUntil;
    private long lastFine = long.MinValue;
    private long lastBar = long.MinValue;
    private bool isConnected;
    private Fault? killed;

    public PaperBench(string folder, PaperSettings settings, IReadOnlyList<Fault> faults)
    {
        this.settings = settings;
        Faults = faults;
        foreach (var fault in faults)
        {
            (schedule.TryGetValue(fault.Minute, out var there) ? there : schedule[fault.Minute] = []).Add(fault);
        }

        var all = Bars(settings);
        Origin = all.OpenTime[settings.WarmUpMinutes];
        Series = [all];
        minutes = Market(all);
        if (settings.Frame.Minutes > 1)
        {
            var resampled = Resampler.Resample(all, settings.Frame).Bars;
            Series = [all, resampled];
            longer = Market(resampled);
        }

        Clock = new(DateTimeOffset.FromUnixTimeMilliseconds(Origin + 100));
        Stepped = new(Clock);
        Journal = new(Clock);
        Exchange = longer is null ? new(Clock, minutes) : new(Clock, minutes, longer);
        Exchange.DefaultSession = LiveAsync;
        rest = new(
            new() { BaseAddress = Exchange.RestAddress, MaxAttempts = 3, LongestDelay = TimeSpan.FromSeconds(10) }, Clock, StreamKey.FromSeed(1).Derive("rest"));
        Folder = new(folder);
        Begin();
    }

    public SessionFolder Folder { get; }

    public ManualTime Clock { get; }

    public SteppedTime Stepped { get; }

    public JournalFaults Journal { get; }

    public FakeExchange Exchange { get; }

    public IReadOnlyList<Fault> Faults { get; }

    /// <summary>The minutes, and the longer bars where there are some; the history before <see cref="Origin"/> among them.</summary>
    public IReadOnlyList<BarSeries> Series { get; }

    /// <summary>The first moment of the session.</summary>
    public long Origin { get; }

    /// <summary>How long each restart took until it could trade again, opening and recovery, in real seconds.</summary>
    public IReadOnlyList<double> Recoveries => recoveries;

    private BarSeries Decisions => Series[^1];

    /// <summary>Trades until the last bar has come, through every fault.</summary>
    public async Task RunAsync()
    {
        while (!ending.IsCancellationRequested)
        {
            using var paper = PaperSession.Open(Folder, [], TimeProvider.System, journal => new FaultyJournal(journal, Journal));
            paper.Trading.StateInterval = 5000;
            if (paper.IsResumed)
            {
                recoveries.Add(paper.RecoverySeconds);
            }

            var feed = new BinanceKlineFeed(
                rest,
                new() { Address = Exchange.StreamAddress, StallAfter = TimeSpan.FromSeconds(200), LongestDelay = TimeSpan.FromSeconds(10) },
                Clock,
                StreamKey.FromSeed((ulong)recoveries.Count).Derive("feed"));
            var run = new PaperRun(
                paper, feed, Stepped, new() { TimerSeconds = settings.TimerSeconds }, () => new(feed.Counters.Duplicates, feed.Counters.Late, feed.Counters.Malformed), s => Note(paper, s));
            try
            {
                await run.RunAsync(null, closeAtEnd: true, ending.Token);
            }
            catch (KilledException)
            {
                // Nothing of the process is left; somebody starts it again after a while.
                lock (gate)
                {
                    isConnected = false;
                }

                Clock.Advance(killed!.Lasts);
                killed.To = Clock.Milliseconds;
            }
        }

        Assert.Empty(Exchange.Problems);
    }

    public async ValueTask DisposeAsync()
    {
        await ending.CancelAsync();
        rest.Dispose();
        await Exchange.DisposeAsync();
        ending.Dispose();
    }

    private static BarSeries Bars(PaperSettings settings)
    {
        var count = settings.WarmUpMinutes + settings.Minutes;
        var market = SyntheticMarket.Generate(new()
        {
            Seed = settings.Seed,
            Bars = count,
            TimeFrame = TimeFrame.Minute1,
            StartTime = FakeMarket.Year2024 - (settings.WarmUpMinutes * Minute),
            AnnualVolatility = 1,
        }).Bars;
        var columns = market.Columns;
        return new(Symbol.Parse("BTC/USDT"), TimeFrame.Minute1, new()
        {
            OpenTime = columns.OpenTime,
            Open = Rounded(columns.Open),
            High = Rounded(columns.High),
            Low = Rounded(columns.Low),
            Close = Rounded(columns.Close),
            Volume = Rounded(columns.Volume),
        });
    }

    private static ReadOnlyMemory<double> Rounded(ReadOnlyMemory<double> values) =>
        values.ToArray().Select(v => double.Parse(v.ToString("F8", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture)).ToArray();

    private static FakeMarket Market(BarSeries bars) =>
        new("BTCUSDT", bars.TimeFrame, bars.OpenTime[0], bars.Count, [.. Enumerable.Range(0, bars.Count).Select(i => bars[i])]);

    private void Begin()
    {
        if (Folder.IsBegun)
        {
            return;
        }

        var configuration = new RatchetConfiguration { Paper = new() { FineTimeframe = settings.Frame.Minutes > 1 ? "1m" : string.Empty, Feed = "binance" } };
        var setup = SessionSetups.Create(configuration, [Decisions.Symbol], settings.Frame, ["all"], null, Origin);
        var history = SessionHistory.Keep(Folder.History, Decisions, Origin, int.MaxValue, "test");
        Folder.Begin(setup with
        {
            History = [history],
            Engine = setup.Engine with { Limits = setup.Engine.Limits with { ClockSkew = settings.ClockSkew } },
        });
    }

    /// <summary>Each bar is sent when its time has come and the one before was seen; in between goes wrong what the schedule says.</summary>
    private async Task LiveAsync(FeedConnection connection)
    {
        if (Clock.Milliseconds < Volatile.Read(ref outageUntil))
        {
            connection.Cut();
            return;
        }

        try
        {
            await connection.AcceptAsync();
            await EitherAsync(connection, () => isConnected);
            while (!connection.Gone.IsCompleted)
            {
                await RestAsync(connection);
                var index = Next(minutes, lastFine);
                if (index >= minutes.Count)
                {
                    await ending.CancelAsync();
                    await connection.Gone;
                    return;
                }

                if (!await SendAsync(connection, index))
                {
                    return;
                }
            }
        }
        catch (TimeoutException)
        {
            await ending.CancelAsync();
            throw;
        }
    }

    /// <summary>One minute; false when the connection was cut.</summary>
    private async Task<bool> SendAsync(FeedConnection connection, int index)
    {
        var faults = schedule.Remove(index - settings.WarmUpMinutes, out var due) ? due : [];
        if (faults.Find(f => f.Kind is FaultKind.Cut or FaultKind.Maintenance) is { } outage)
        {
            Clock.AdvanceTo(minutes.OpenTime(index) + 20_000);
            (outage.From, outage.To) = (Clock.Milliseconds, Clock.Milliseconds + (long)outage.Lasts.TotalMilliseconds);
            Volatile.Write(ref outageUntil, outage.To);
            if (outage.Kind == FaultKind.Maintenance)
            {
                Exchange.KlineFaults.Enqueue(RefuseAsync);
                Exchange.TimeFaults.Enqueue(RefuseTimeAsync);
            }

            connection.Cut();
            return false;
        }

        Set(faults, index);
        Clock.AdvanceTo(minutes.End(index) + 10);
        if (faults.Exists(f => f.Kind == FaultKind.Missing))
        {
            await RestAsync(connection);
            Clock.Advance(TimeSpan.FromSeconds(6));
        }
        else
        {
            await SendAsync(connection, minutes, index, faults);
        }

        await EitherAsync(connection, () => lastFine >= minutes.OpenTime(index));
        while (longer is not null && !connection.Gone.IsCompleted && Next(longer, lastBar) is var next && next < longer.Count && longer.End(next) <= Clock.Milliseconds)
        {
            await SendAsync(connection, longer, next, faults);
            await EitherAsync(connection, () => lastBar >= longer.OpenTime(next));
        }

        return true;
    }

    private void Set(List<Fault> faults, int index)
    {
        foreach (var fault in faults)
        {
            var end = minutes.End(index) + 10 + (long)fault.Lasts.TotalMilliseconds;
            switch (fault.Kind)
            {
                case FaultKind.Kill:
                    (fault.From, killed) = (minutes.End(index) + 10, fault);
                    Journal.KillNext = true;
                    break;
                case FaultKind.DiskFull:
                    (fault.From, fault.To) = (minutes.End(index) + 10, end);
                    Journal.FillUntil(end);
                    break;
                case FaultKind.ClockStep when Stepped.Offset == TimeSpan.Zero:
                    fault.From = Clock.Milliseconds;
                    Stepped.Offset = TimeSpan.FromSeconds(80);
                    schedule[index - settings.WarmUpMinutes + (int)fault.Lasts.TotalMinutes] = [fault];
                    break;
                case FaultKind.ClockStep:
                    fault.To = minutes.End(index) + 10;
                    Stepped.Offset = TimeSpan.Zero;
                    break;
                default:
                    break;
            }
        }
    }

    private static async Task SendAsync(FeedConnection connection, FakeMarket market, int index, List<Fault> faults)
    {
        if (faults.Exists(f => f.Kind == FaultKind.Garbage))
        {
            await connection.SendTextAsync("{\"stream\":\"btcusdt@kline_1m\",\"data\":{\"e\":\"kline\"}}");
            await connection.SendTextAsync("no JSON at all");
        }

        await connection.SendTextAsync(market.Message(index));
        if (faults.Exists(f => f.Kind == FaultKind.Duplicate))
        {
            await connection.SendTextAsync(market.Message(index));
        }

        if (faults.Exists(f => f.Kind == FaultKind.Late))
        {
            await connection.SendTextAsync(market.Message(index - 1));
        }
    }

    private Task RefuseAsync(RestReply reply) => RefuseAsync(reply, Exchange.KlineFaults, RefuseAsync);

    private Task RefuseTimeAsync(RestReply reply) => RefuseAsync(reply, Exchange.TimeFaults, RefuseTimeAsync);

    private Task RefuseAsync(RestReply reply, System.Collections.Concurrent.ConcurrentQueue<Func<RestReply, Task>?> faults, Func<RestReply, Task> again)
    {
        if (Clock.Milliseconds >= Volatile.Read(ref outageUntil))
        {
            return reply.SendGoodAsync();
        }

        faults.Enqueue(again);
        return reply.StatusAsync(503);
    }

    /// <summary>The number of the first bar that was not seen.</summary>
    private int Next(FakeMarket market, long last) => last < Origin ? (int)((Origin - market.OpenTime(0)) / market.TimeFrame.Milliseconds) : (int)((last - market.OpenTime(0)) / market.TimeFrame.Milliseconds) + 1;

    private void Note(PaperSession paper, PaperStatus status)
    {
        lock (gate)
        {
            isConnected = status.Connected;
            lastBar = paper.Trading.LastOpenTime(0);
            lastFine = longer is null ? lastBar : paper.Trading.LastOpenTime(0, fine: true);
            foreach (var (_, signal) in waiting.Where(w => w.Holds()).ToArray())
            {
                signal.TrySetResult();
            }

            waiting.RemoveAll(w => w.Signal.Task.IsCompleted);
        }
    }

    private Task RestAsync(FeedConnection connection) => Task.WhenAny(connection.Gone, Clock.WatchedAsync()).WaitAsync(Patience);

    private Task EitherAsync(FeedConnection connection, Func<bool> holds)
    {
        lock (gate)
        {
            if (holds())
            {
                return Task.CompletedTask;
            }

            var signal = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            waiting.Add((holds, signal));
            return Task.WhenAny(signal.Task, connection.Gone).WaitAsync(Patience);
        }
    }
}
