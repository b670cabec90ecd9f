using Ratchet.Trading.Engine;
using Ratchet.Trading.Events;
using Ratchet.Trading.Journal;

namespace Ratchet.Hosting.Composition.Paper;

/// <summary>
/// Runs what a session was told once more, through a fresh engine and fresh strategies: bars, the feed's changes, the time, commands. Signals and advice are not read but made
/// anew from the recorded bars. Everything that comes out is compared with the record, byte for byte.
/// </summary>
public static class SessionReplay
{
    /// <summary>Replays a session.</summary>
    /// <param name="options">The engine's options of the session.</param>
    /// <param name="strategies">Fresh strategies, warmed up as those of the session were.</param>
    /// <param name="adviser">A fresh adaptive layer like the session's; null where it had none.</param>
    /// <param name="reader">The session's journal.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    /// <exception cref="JournalReadException">The journal is damaged.</exception>
    public static ReplayResult Run(
        EngineOptions options, IReadOnlyList<ITradingStrategy> strategies, ITradeAdviser? adviser, IJournalReader reader, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(reader);
        using var journal = new ComparingJournal(reader);
        var session = new TradingSession(new TradingEngine(options), strategies, adviser, journal, 0);
        foreach (var recorded in reader.ReadEvents(0, reader.NextSequence))
        {
            cancellationToken.ThrowIfCancellationRequested();
            Tell(session, recorded);
        }

        journal.End();
        return new()
        {
            Events = journal.Events,
            Signals = journal.Signals,
            Records = journal.Records,
            Orders = journal.Orders,
            Fills = journal.Fills,
            Trades = journal.Trades,
            RecordedOrders = journal.Recorded.Orders,
            ReplayedOrders = journal.Replayed.Orders,
            RecordedAudit = journal.Recorded.Audit,
            ReplayedAudit = journal.Replayed.Audit,
            FirstDifference = journal.FirstDifference,
        };
    }

    /// <summary>Tells a session one recorded input; what the session itself made of inputs is left out.</summary>
    internal static void Tell(TradingSession session, in TradingEvent recorded)
    {
        var (time, symbol) = (recorded.Time, recorded.Symbol);
        switch (recorded.Kind)
        {
            case EventKind.Bar or EventKind.FineBar:
                session.BarClosed(time, symbol, recorded.Bar, recorded.Kind == EventKind.FineBar);
                break;
            case EventKind.Tick:
                session.Traded(time, symbol, recorded.Bar.Open, recorded.Bar.Volume);
                break;
            case EventKind.Timer:
                session.TimePassed(time);
                break;
            case EventKind.Funding:
                session.Funding(time, symbol, recorded.FundingRate);
                break;
            case EventKind.Feed:
                session.FeedChanged(time, symbol, (FeedChange)recorded.Detail!);
                break;
            case EventKind.Command:
                session.Commanded(time, symbol, (Command)recorded.Detail!);
                break;
            case EventKind.Readiness:
                session.ReadinessChanged(time, symbol, (Readiness)recorded.Detail!);
                break;
            case EventKind.Report:
                session.Reported(time, symbol, (VenueReport)recorded.Detail!);
                break;
            case EventKind.Signal or EventKind.Advice:
            default:
                break;
        }
    }
}
