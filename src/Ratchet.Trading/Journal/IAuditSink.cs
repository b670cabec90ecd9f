namespace Ratchet.Trading.Journal;

/// <summary>Where audit records go: a journal, a screen, a hash, nowhere.</summary>
public interface IAuditSink
{
    /// <summary>Takes a record, in the order in which things happen.</summary>
    /// <param name="record">The record.</param>
    void Write(in AuditRecord record);
}
