namespace Ratchet.Trading.Journal;

/// <summary>An audit record as a journal holds it.</summary>
/// <param name="Event">The number of the last event that had been appended before it; -1 where there was none.</param>
/// <param name="Index">Its place among the records after that event, from 0.</param>
/// <param name="Bytes">The record's bytes, by <see cref="AuditCodec"/>.</param>
public readonly record struct StoredAudit(long Event, int Index, ReadOnlyMemory<byte> Bytes)
{
    /// <summary>The record.</summary>
    /// <exception cref="InvalidDataException">The bytes are no record.</exception>
    public AuditRecord Decode() => AuditCodec.Read(Bytes.Span);
}
