using Ratchet.Trading.Events;

namespace Ratchet.Trading.Journal;

/// <summary>Keeps nothing: for backtests whose results are read from the engine and from audit sinks.</summary>
public sealed class NullJournal : IJournal
{
    /// <inheritdoc/>
    public void Append(in TradingEvent tradingEvent)
    {
    }

    /// <inheritdoc/>
    public void Write(in AuditRecord record)
    {
    }

    /// <inheritdoc/>
    public void AppendState(long nextSequence, ReadOnlySpan<byte> state)
    {
    }

    /// <inheritdoc/>
    public void Commit()
    {
    }
}
