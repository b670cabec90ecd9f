using Ratchet.Trading.Events;
using Ratchet.Trading.Journal;

namespace Ratchet.Trading.Tests.Journal;

/// <summary>Notes what a session does to its journal, in order, and fails commits where it is told to.</summary>
internal sealed class SpyJournal(List<string> log) : IJournal
{
    public List<TradingEvent> Events { get; } = [];

    public List<AuditRecord> Records { get; } = [];

    public int States { get; private set; }

    public bool DiskIsFull { get; set; }

    public void Append(in TradingEvent tradingEvent)
    {
        log.Add($"append {tradingEvent.Kind}");
        Events.Add(tradingEvent);
    }

    public void Write(in AuditRecord record)
    {
        log.Add($"write {record.Kind}");
        Records.Add(record);
    }

    public void AppendState(long nextSequence, ReadOnlySpan<byte> state)
    {
        log.Add($"state {nextSequence}");
        States++;
    }

    public void Commit()
    {
        if (DiskIsFull)
        {
            throw new JournalWriteException("the disk is full");
        }

        log.Add("commit");
    }
}
