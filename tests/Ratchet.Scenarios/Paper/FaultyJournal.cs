using Ratchet.Trading.Events;
using Ratchet.Trading.Journal;

namespace Ratchet.Scenarios.Paper;

/// <summary>A journal whose process dies at a commit, and whose disk is full for a while.</summary>
internal sealed class FaultyJournal(IJournal journal, JournalFaults faults) : IJournal
{
    public void Append(in TradingEvent tradingEvent) => journal.Append(tradingEvent);

    public void Write(in AuditRecord record) => journal.Write(record);

    public void AppendState(long nextSequence, ReadOnlySpan<byte> state) => journal.AppendState(nextSequence, state);

    public void Commit()
    {
        if (faults.KillNext)
        {
            faults.KillNext = false;
            throw new KilledException();
        }

        if (faults.IsFull)
        {
            faults.Refused++;
            throw new JournalWriteException("database or disk is full");
        }

        journal.Commit();
    }
}
