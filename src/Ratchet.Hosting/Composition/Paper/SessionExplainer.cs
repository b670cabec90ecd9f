using Ratchet.Trading.Engine;
using Ratchet.Trading.Events;
using Ratchet.Trading.Journal;

namespace Ratchet.Hosting.Composition.Paper;

/// <summary>Finds in a session's journal why something was done, or nothing. Risk state and positions come from running the recorded events through a fresh engine.</summary>
public static class SessionExplainer
{
    /// <summary>Explains the last bar of a symbol that had closed at a time.</summary>
    /// <param name="setup">The session's setup.</param>
    /// <param name="reader">Its journal.</param>
    /// <param name="at">The time, in milliseconds since 1970-01-01 UTC.</param>
    /// <param name="symbol">The symbol's place in the options.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    /// <returns>Null where no bar of the symbol had closed by then.</returns>
    /// <exception cref="JournalReadException">The journal is damaged.</exception>
    public static SessionExplanation? Explain(SessionSetup setup, IJournalReader reader, long at, int symbol, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(setup);
        ArgumentNullException.ThrowIfNull(reader);
        if (Find(setup, reader, at, symbol, cancellationToken) is not { } found)
        {
            return null;
        }

        var options = setup.Engine;
        var engine = new TradingEngine(options);
        var standing = new Standing(symbol);
        var words = new List<(Signal Signal, Advice? Advice, long Event)>();
        Advice? advice = null;
        var end = found.Sequence;
        foreach (var e in reader.ReadEvents(0, reader.NextSequence))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (e.Sequence > found.Sequence && e.Kind is not (EventKind.Signal or EventKind.Advice))
            {
                break;
            }

            engine.Process(e, standing);
            if (e.Sequence <= found.Sequence)
            {
                continue;
            }

            end = e.Sequence;
            if (e.Kind == EventKind.Advice)
            {
                advice = (Advice)e.Detail!;
            }
            else
            {
                words.Add((e.Signal, advice, e.Sequence));
                advice = null;
            }
        }

        AuditRecord[] records = [.. reader.ReadAudit(found.Sequence, end + 1).Select(a => a.Decode())];
        var frame = options.Instruments[symbol].Frame;
        return new()
        {
            Series = $"{options.Instruments[symbol].Symbol} {frame}",
            Bar = found.Bar,
            Closed = found.Bar.OpenTime + frame.Milliseconds,
            Taken = found.Time,
            Event = found.Sequence,
            CodeVersion = setup.CodeVersion,
            Model = setup.ModelIdentity,
            Words = [.. words.Select(w => new StrategyWord(options.Strategies[w.Signal.Strategy], w.Signal, w.Advice, [.. records.Where(r => r.Event == w.Event)]))],
            Happened = [.. records.Where(r => r.Event == found.Sequence)],
            State = engine.State,
            Standing = standing.Records,
            Positions = [.. engine.Positions.Where(p => p.Symbol == symbol)],
            Equity = engine.Equity,
        };
    }

    private static TradingEvent? Find(SessionSetup setup, IJournalReader reader, long at, int symbol, CancellationToken cancellationToken)
    {
        var frame = setup.Engine.Instruments[symbol].Frame.Milliseconds;
        TradingEvent? found = null;
        foreach (var e in reader.ReadEvents(0, reader.NextSequence))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (e.Kind != EventKind.Bar || e.Symbol != symbol)
            {
                continue;
            }

            if (e.Bar.OpenTime + frame > at)
            {
                break;
            }

            found = e;
        }

        return found;
    }

    /// <summary>Follows what trips and is cleared.</summary>
    private sealed class Standing(int symbol) : IAuditSink
    {
        private readonly List<AuditRecord> records = [];

        public IReadOnlyList<AuditRecord> Records => records;

        public void Write(in AuditRecord record)
        {
            if ((record.Symbol >= 0 && record.Symbol != symbol) || record.Kind is not (AuditKind.RiskTripped or AuditKind.RiskCleared))
            {
                return;
            }

            // The end of a breaker names it in its text; the reason says how it ended.
            var (kind, place, strategy) = (record.Kind, record.Symbol, record.Strategy);
            var name = kind == AuditKind.RiskTripped ? record.Reason.ToString() : record.Detail as string;
            records.RemoveAll(r => r.Symbol == place && r.Strategy == strategy && r.Reason.ToString() == name);
            if (kind == AuditKind.RiskTripped)
            {
                records.Add(record);
            }
        }
    }
}
