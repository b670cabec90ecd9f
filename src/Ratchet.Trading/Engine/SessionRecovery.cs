using Ratchet.Trading.Journal;

namespace Ratchet.Trading.Engine;

/// <summary>
/// Rebuilds a session from its journal: the newest recorded state that can be used, the events after it through the engine, whose audit records must come out byte for
/// byte as the journal has them; strategies and adviser are told again, in order, all that they were told. Nothing that happened is done again: what the engine
/// makes anew is compared and dropped. Time grows with the journal's length, memory does not.
/// </summary>
public static class SessionRecovery
{
    /// <summary>Recovers a session; from an empty journal it is a new one.</summary>
    /// <param name="options">The options that the session began with.</param>
    /// <param name="strategies">Fresh strategies.</param>
    /// <param name="adviser">A fresh adviser, or one whose state is that before event <paramref name="adviserFrom"/>; null for none.</param>
    /// <param name="reader">The journal to read.</param>
    /// <param name="journal">The same journal, to append to.</param>
    /// <param name="fromStart">Whether recorded states are not used, so that every audit record is made again and compared.</param>
    /// <param name="adviserFrom">
    /// The first event that the adviser has not been told yet; 0 for a fresh one. It must be where an input began, as <see cref="TradingSession.NextSequence"/> is
    /// after every commit.
    /// </param>
    /// <param name="cancellationToken">Stops it; the journal is unchanged.</param>
    /// <returns>The session, which takes the journal's next event next, and what was done.</returns>
    /// <exception cref="RecoveryException">The engine does not do again what the journal says it did; the exception holds the first difference.</exception>
    /// <exception cref="JournalReadException">The journal is damaged.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The adviser has been told more than the journal holds.</exception>
    public static RecoveredSession Recover(
        EngineOptions options,
        IReadOnlyList<ITradingStrategy> strategies,
        ITradeAdviser? adviser,
        IJournalReader reader,
        IJournal journal,
        bool fromStart = false,
        long adviserFrom = 0,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(strategies);
        ArgumentNullException.ThrowIfNull(reader);
        ArgumentNullException.ThrowIfNull(journal);
        var end = reader.NextSequence;
        ArgumentOutOfRangeException.ThrowIfNegative(adviserFrom);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(adviserFrom, end);
        var skipped = 0;
        var from = 0L;
        var engine = fromStart ? null : NewestState(options, reader, end, ref skipped, out from);
        engine ??= new(options);
        var warmUp = new SessionWarmUp(options.Instruments.Count, strategies, adviser, adviserFrom);
        var remade = new RemadeAudit();
        var journaled = new List<StoredAudit>();
        var count = 0L;
        using (var audit = reader.ReadAudit(0, end).GetEnumerator())
        {
            var more = audit.MoveNext();
            foreach (var tradingEvent in reader.ReadEvents(0, end))
            {
                cancellationToken.ThrowIfCancellationRequested();
                RequireNext(tradingEvent.Sequence, count++);
                journaled.Clear();
                for (; more && audit.Current.Event == tradingEvent.Sequence; more = audit.MoveNext())
                {
                    journaled.Add(audit.Current);
                }

                if (tradingEvent.Sequence >= from)
                {
                    engine.Process(tradingEvent, remade);
                    remade.Compare(tradingEvent.Sequence, journaled);
                }

                warmUp.Take(tradingEvent, journaled);
            }
        }

        RequireNext(end, count);
        return new(
            new(engine, strategies, adviser, journal, end, warmUp.Door),
            new()
            {
                Events = end,
                ReplayedFrom = from,
                RecordsCompared = remade.Equal,
                StatesSkipped = skipped,
                SignalsDifferent = warmUp.SignalsDifferent,
                AdviceDifferent = warmUp.AdviceDifferent,
                AdviserFailures = warmUp.AdviserFailures,
            });
    }

    private static TradingEngine? NewestState(EngineOptions options, IJournalReader reader, long end, ref int skipped, out long from)
    {
        foreach (var state in reader.ReadStates())
        {
            if (state.NextSequence <= end && Read(options, state) is { } engine)
            {
                from = state.NextSequence;
                return engine;
            }

            skipped++;
        }

        from = 0;
        return null;
    }

    private static TradingEngine? Read(EngineOptions options, StoredState state)
    {
        try
        {
            return TradingEngine.ReadState(options, state.Bytes.Span);
        }
        catch (InvalidDataException)
        {
            // The state is of another version of the engine. The events before it make the same state, and the comparison of the audit proves it.
            return null;
        }
    }

    private static void RequireNext(long number, long expected)
    {
        if (number != expected)
        {
            throw new JournalReadException($"The journal lacks event {expected}; it goes on with {number}.");
        }
    }
}
