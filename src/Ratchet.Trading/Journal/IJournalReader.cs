using Ratchet.Trading.Events;

namespace Ratchet.Trading.Journal;

/// <summary>Reads a journal's committed records, streaming: memory does not grow with the journal.</summary>
public interface IJournalReader
{
    /// <summary>The number of the next event: how many were committed.</summary>
    long NextSequence { get; }

    /// <summary>Reads events in order.</summary>
    /// <param name="from">The first number.</param>
    /// <param name="to">The number after the last.</param>
    /// <exception cref="JournalReadException">A record is damaged or was changed.</exception>
    IEnumerable<TradingEvent> ReadEvents(long from, long to);

    /// <summary>Reads audit records in the order in which they were appended.</summary>
    /// <param name="from">The number of the first event whose records are read.</param>
    /// <param name="to">The number after the last.</param>
    /// <exception cref="JournalReadException">A record is damaged or was changed.</exception>
    IEnumerable<StoredAudit> ReadAudit(long from, long to);

    /// <summary>Reads the engine's states, newest first, leaving out those that are damaged.</summary>
    IEnumerable<StoredState> ReadStates();
}
