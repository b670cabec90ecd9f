using Ratchet.Trading.Events;

namespace Ratchet.Trading.Journal;

/// <summary>
/// The append-only record of a session. What is appended becomes durable, all of it or none, with the next <see cref="Commit"/>; nothing that reaches outside the
/// process may happen before that.
/// </summary>
public interface IJournal : IAuditSink
{
    /// <summary>Appends an event, before it is processed.</summary>
    /// <param name="tradingEvent">The event.</param>
    void Append(in TradingEvent tradingEvent);

    /// <summary>Appends the whole state of the engine, from which a restart can begin.</summary>
    /// <param name="nextSequence">The number of the next event.</param>
    /// <param name="state">The state's bytes.</param>
    void AppendState(long nextSequence, ReadOnlySpan<byte> state);

    /// <summary>Makes everything that was appended durable.</summary>
    void Commit();
}
