using Ratchet.Trading.Events;
using Ratchet.Trading.Journal;

namespace Ratchet.KillHost.Sessions;

/// <summary>A journal each of whose calls is a write boundary, before and after.</summary>
internal sealed class BoundedJournal(IJournal inner, Boundaries boundaries) : IJournal
{
    public void Append(in TradingEvent tradingEvent)
    {
        boundaries.Reach("before append");
        inner.Append(tradingEvent);
        boundaries.Reach("appended");
    }

    public void Write(in AuditRecord record)
    {
        inner.Write(record);
        boundaries.Reach("written");
    }

    public void AppendState(long nextSequence, ReadOnlySpan<byte> state)
    {
        inner.AppendState(nextSequence, state);
        boundaries.Reach("state appended");
    }

    public void Commit()
    {
        boundaries.Reach("before commit");
        inner.Commit();
    }
}
