using Ratchet.Features.Sets;
using Ratchet.Market.Feeds.Live;
using Ratchet.Storage.Journal;
using Ratchet.Storage.State;
using Ratchet.Trading.Engine;
using Ratchet.Trading.Journal;

namespace Ratchet.Hosting.Composition.Paper;

/// <summary>A paper session that is open for trading: journal, engine and strategies as its folder says, recovered where it was begun before.</summary>
public sealed class PaperSession : IDisposable
{
    private readonly SqliteJournal journal;
    private readonly AdaptiveStore? adaptive;
    private readonly SqliteDecisionLog? decisions;
    private readonly long[] history;

    private PaperSession(
        SessionSetup setup,
        SqliteJournal journal,
        AdaptiveStore? adaptive,
        SqliteDecisionLog? decisions,
        RecoveredSession recovered,
        IReadOnlyList<WatchedStrategy> strategies,
        long[] history,
        double seconds)
    {
        Setup = setup;
        this.journal = journal;
        this.adaptive = adaptive;
        this.decisions = decisions;
        this.history = history;
        Trading = recovered.Session;
        Recovery = recovered.Report;
        Strategies = strategies;
        RecoverySeconds = seconds;
    }

    /// <summary>What the session was told once.</summary>
    public SessionSetup Setup { get; }

    /// <summary>The session.</summary>
    public TradingSession Trading { get; }

    /// <summary>How it was rebuilt; of a new one there are no events.</summary>
    public RecoveryReport Recovery { get; }

    /// <summary>What was wrong with the adaptive layer's files, and why they cannot be written, a line each; empty where nothing was.</summary>
    public IReadOnlyList<string> AdaptiveProblems
    {
        get
        {
            string?[] all = [.. adaptive?.Problems ?? [], adaptive?.WriteFault, decisions?.WriteFault];
            return [.. all.OfType<string>()];
        }
    }

    /// <summary>How long opening, warming up and recovering took.</summary>
    public double RecoverySeconds { get; }

    /// <summary>Whether it goes on with what was recorded before.</summary>
    public bool IsResumed => Recovery.Events > 0;

    /// <summary>What is wanted of the feed: each instrument from its last known bar on, finer bars where orders fill on them.</summary>
    public IReadOnlyList<FeedSubscription> Subscriptions
    {
        get
        {
            var instruments = Setup.Engine.Instruments;
            var wanted = new List<FeedSubscription>();
            for (var i = 0; i < instruments.Count; i++)
            {
                var known = Math.Max(Trading.LastOpenTime(i), history[i]);
                if (Setup.Fine is { } fine)
                {
                    // Without finer bars yet, they begin where the decision bars do.
                    var before = known == long.MinValue ? known : known + instruments[i].Frame.Milliseconds - fine.Milliseconds;
                    wanted.Add(new(instruments[i].Symbol, fine, After(Trading.LastOpenTime(i, fine: true) is > long.MinValue and var last ? last : before)));
                }

                wanted.Add(new(instruments[i].Symbol, instruments[i].Frame, After(known)));
            }

            return wanted;
        }
    }

    internal IReadOnlyList<WatchedStrategy> Strategies { get; }

    /// <summary>Opens the session of a folder: makes its journal or recovers from it.</summary>
    /// <param name="folder">The folder, in which a session was begun.</param>
    /// <param name="families">Feature families beside those of the product, for a model.</param>
    /// <param name="clock">Measures the recovery.</param>
    /// <param name="around">Puts something around the journal's writing, such as a fault; null for nothing.</param>
    /// <param name="cancellationToken">Stops the recovery; the journal is unchanged.</param>
    /// <exception cref="SessionRefusedException">The folder's files are damaged or do not belong together.</exception>
    /// <exception cref="JournalReadException">The journal is damaged, foreign, of another version, or being written by another session.</exception>
    /// <exception cref="RecoveryException">The engine does not do again what the journal says it did.</exception>
    public static PaperSession Open(
        SessionFolder folder,
        IReadOnlyList<IFeatureFamily> families,
        TimeProvider clock,
        Func<IJournal, IJournal>? around = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(clock);
        var started = clock.GetTimestamp();
        var setup = folder.ReadSetup();
        var journal = SqliteJournal.Open(folder.JournalPath, new(setup.OptionsHash, setup.CodeVersion, setup.Created));
        SqliteDecisionLog? decisions = null;
        try
        {
            decisions = OpenDecisions(folder, setup);
            var instruments = setup.Engine.Instruments.Count;
            WatchedStrategy[] strategies = [.. SessionStrategies.Create(setup, families).Select(s => new WatchedStrategy(s, instruments))];
            var history = SessionHistory.WarmUp(folder, setup, strategies);
            var adaptive = setup.Adaptive is null
                ? null
                : AdaptiveStore.Open(folder.Path, folder.Path, () => SessionStrategies.Adviser(setup, decisions)!, setup.OptionsHash, setup.Created, journal.NextSequence);
            var recovered = SessionRecovery.Recover(
                setup.Engine, strategies, adaptive?.Adviser, journal, around?.Invoke(journal) ?? journal, adviserFrom: adaptive?.From ?? 0, cancellationToken: cancellationToken);
            return new(setup, journal, adaptive, decisions, recovered, strategies, history, clock.GetElapsedTime(started).TotalSeconds);
        }
        catch
        {
            decisions?.Dispose();
            journal.Dispose();
            throw;
        }
    }

    /// <summary>Makes what was appended durable, and then what the adaptive layer learned: its files are behind the journal, never ahead of it.</summary>
    /// <exception cref="JournalWriteException">The journal cannot be written; nothing was made durable.</exception>
    internal void Commit()
    {
        Trading.Commit();
        decisions?.Commit();
        adaptive?.Committed(Trading.NextSequence);
    }

    /// <summary>Closes the journal. What was not committed is lost.</summary>
    public void Dispose()
    {
        decisions?.Dispose();
        journal.Dispose();
    }

    private static SqliteDecisionLog? OpenDecisions(SessionFolder folder, SessionSetup setup)
    {
        if (setup.Adaptive is not { UseSelector: true })
        {
            return null;
        }

        try
        {
            return new(Path.Combine(folder.Path, SqliteDecisionLog.FileName));
        }
        catch (InvalidDataException exception)
        {
            throw new SessionRefusedException($"{exception.Message} Move the file away; the session goes on without the decisions that it held.");
        }
    }

    private static long? After(long known) => known == long.MinValue ? null : known;
}
