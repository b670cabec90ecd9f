using Ratchet.Trading.Journal;
using Ratchet.Trading.Portfolio;

namespace Ratchet.Trading.Engine;

/// <summary>Takes an engine's audit records to the journal, picks out what the session has to act on, and holds back what is published until it is durable.</summary>
internal sealed class SessionAudit(IJournal journal) : IAuditSink
{
    private readonly List<AuditRecord> pending = [];
    private long current = -1;

    /// <summary>Whether the engine refused the current event.</summary>
    public bool Refused { get; private set; }

    /// <summary>The trades that the current event closed.</summary>
    public List<TradeRecord> Closed { get; } = [];

    /// <summary>What became of entries in the current event.</summary>
    public List<AuditRecord> Entries { get; } = [];

    public IAuditSink? Published { get; set; }

    /// <summary>Whether an adviser hears of records of this kind.</summary>
    public static bool IsOfEntry(AuditKind kind) =>
        kind is AuditKind.Accepted or AuditKind.PositionOpened or AuditKind.OrderCancelled or AuditKind.OrderRejected;

    public void Begin(long sequence)
    {
        current = sequence;
        Refused = false;
        Closed.Clear();
        Entries.Clear();
    }

    public void Write(in AuditRecord record)
    {
        journal.Write(record);
        if (record.Kind == AuditKind.EventRefused)
        {
            Refused |= record.Event == current;
        }
        else if (record.Kind == AuditKind.PositionClosed && record.Detail is TradeRecord trade)
        {
            Closed.Add(trade);
        }
        else if (IsOfEntry(record.Kind))
        {
            Entries.Add(record);
        }

        if (Published is not null)
        {
            pending.Add(record);
        }
    }

    /// <summary>Gives out what has become durable.</summary>
    public void Publish()
    {
        if (pending.Count == 0 || Published is null)
        {
            return;
        }

        // Taken out first: a sink that throws gets nothing twice.
        var durable = pending.ToArray();
        pending.Clear();
        foreach (var record in durable)
        {
            Published.Write(record);
        }
    }
}
