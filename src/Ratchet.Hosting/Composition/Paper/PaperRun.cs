using System.Globalization;
using Ratchet.Hosting.Configuration;
using Ratchet.Market.Feeds.Live;
using Ratchet.Market.Time;
using Ratchet.Trading.Events;
using Ratchet.Trading.Journal;

namespace Ratchet.Hosting.Composition.Paper;

/// <summary>
/// Trades a session on a feed until it ends, its time is up or a person ends it. What came is made durable as soon as nothing more is waiting. While the journal
/// cannot be written, nothing is taken and so nothing traded: the group is kept and tried again.
/// </summary>
/// <param name="paper">The session.</param>
/// <param name="feed">Where bars come from.</param>
/// <param name="clock">The session's clock.</param>
/// <param name="settings">When the time is told and things are written.</param>
/// <param name="totals">What the feed left out by itself so far; null where it does not count.</param>
/// <param name="show">Is told how the session stands, after every commit; null for nobody.</param>
public sealed class PaperRun(
    PaperSession paper, IBarFeed feed, TimeProvider clock, PaperSection settings, Func<FeedTotals>? totals = null, Action<PaperStatus>? show = null)
{
    private const int LastAttempts = 3;
    private readonly FeedPump pump = new(paper, totals);
    private int waiting;

    private long Now => clock.GetUtcNow().ToUnixTimeMilliseconds();

    /// <summary>Runs it.</summary>
    /// <param name="until">The moment at which it ends, in milliseconds since 1970-01-01 UTC; null is never.</param>
    /// <param name="closeAtEnd">Whether positions are closed at the last prices when it ends; else they stay, with stops and targets, for the next run.</param>
    /// <param name="cancellationToken">Ends it in good order.</param>
    public async Task<PaperOutcome> RunAsync(long? until, bool closeAtEnd, CancellationToken cancellationToken)
    {
        var session = paper.Trading;
        var end = PaperEnd.Cancelled;
        var unwritten = true;
        try
        {
            if (paper.IsResumed)
            {
                session.FeedChanged(Now, -1, new(FeedState.Disconnected, $"{SessionMarks.Restart} the session was down since {UtcTime.Format(session.Time)}", 0));
            }

            pump.TellReadiness(Now);
            await CommitAsync(cancellationToken);
            end = await ReadAsync(until, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            end = PaperEnd.Cancelled;
        }

        if (!session.CommitOwed && closeAtEnd)
        {
            session.Commanded(Now, -1, new(CommandKind.EndOfData, "paper", "closed at the end of the run"));
        }

        for (var attempt = 0; unwritten && attempt < LastAttempts; attempt++)
        {
            unwritten = !TryCommit(out _);
        }

        Show(unwritten ? "the last inputs could not be written and are lost" : string.Empty);
        return new(end, pump.Bars, unwritten);
    }

    private async Task<PaperEnd> ReadAsync(long? until, CancellationToken cancellationToken)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var events = feed.ReadAsync(paper.Subscriptions, ending.Token).GetAsyncEnumerator(ending.Token);
        Task<bool>? pending = null;
        try
        {
            while (true)
            {
                cancellationToken.ThrowIfCancellationRequested();
                pending = events.MoveNextAsync().AsTask();
                if (!pending.IsCompleted)
                {
                    await CommitAsync(cancellationToken);
                    if (await IdleAsync(pending, until, cancellationToken))
                    {
                        return PaperEnd.TimeUp;
                    }
                }

                if (!await pending)
                {
                    return PaperEnd.FeedEnded;
                }

                pending = null;
                if (Now >= until)
                {
                    return PaperEnd.TimeUp;
                }

                pump.Take(events.Current, Now);
                if (++waiting >= settings.CommitInputs)
                {
                    await CommitAsync(cancellationToken);
                }
            }
        }
        finally
        {
            await EndAsync(events, pending, ending);
        }
    }

    /// <summary>Ends the feed; its reader must be at rest before it is let go.</summary>
    private static async Task EndAsync(IAsyncEnumerator<FeedEvent> events, Task<bool>? pending, CancellationTokenSource ending)
    {
        await ending.CancelAsync();
        if (pending is not null)
        {
            try
            {
                await pending;
            }
            catch (OperationCanceledException)
            {
                // The feed ended because it was told to.
            }
        }

        await events.DisposeAsync();
    }

    /// <summary>Tells the session the time while the feed is silent; true when the run's time is up.</summary>
    private async Task<bool> IdleAsync(Task<bool> pending, long? until, CancellationToken cancellationToken)
    {
        while (!pending.IsCompleted)
        {
            var interval = TimeSpan.FromSeconds(settings.TimerSeconds);
            if (until is { } end)
            {
                if (Now >= end)
                {
                    return true;
                }

                var rest = TimeSpan.FromMilliseconds(end - Now);
                interval = rest < interval ? rest : interval;
            }

            using (var tick = new CancellationTokenSource(interval, clock))
            using (var either = CancellationTokenSource.CreateLinkedTokenSource(tick.Token, cancellationToken))
            {
                var ticked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                await using var registration = either.Token.Register(() => ticked.TrySetResult());
                await Task.WhenAny(pending, ticked.Task);
            }

            cancellationToken.ThrowIfCancellationRequested();
            if (!pending.IsCompleted)
            {
                paper.Trading.TimePassed(Now);
                await CommitAsync(cancellationToken);
            }
        }

        return false;
    }

    private async Task CommitAsync(CancellationToken cancellationToken)
    {
        if (TryCommit(out var problem))
        {
            Show(string.Empty);
            return;
        }

        var (since, attempts) = (Now, 1);
        do
        {
            Show($"NO NEW RISK: {problem}");
            await Task.Delay(TimeSpan.FromSeconds(settings.RetrySeconds), clock, cancellationToken);
            attempts++;
        }
        while (!TryCommit(out problem));

        var why = string.Create(CultureInfo.InvariantCulture, $"{SessionMarks.Journal} not written from {UtcTime.Format(since)} on; {attempts} attempts");
        paper.Trading.FeedChanged(Now, -1, new(FeedState.Stale, why, 0));
        if (pump.IsConnected)
        {
            paper.Trading.FeedChanged(Now, -1, new(FeedState.Connected, $"{SessionMarks.Journal} written again", 0));
        }

        waiting += 2;
        Show(string.Empty);
    }

    private bool TryCommit(out string problem)
    {
        try
        {
            paper.Commit();
            waiting = 0;
            problem = string.Empty;
            return true;
        }
        catch (JournalWriteException exception)
        {
            problem = exception.Message;
            return false;
        }
    }

    private void Show(string fault)
    {
        if (show is null)
        {
            return;
        }

        var (session, engine) = (paper.Trading, paper.Trading.Engine);
        show(new(session.Time, pump.Bars, engine.State, engine.Cash, engine.Equity, engine.Positions.Count, pump.IsConnected, fault));
    }
}
