using System.Buffers;
using Ratchet.Trading.Journal;

namespace Ratchet.Trading.Tests.Engine;

/// <summary>Keeps audit records and their canonical bytes.</summary>
internal sealed class RecordedAudit : IAuditSink
{
    private readonly ArrayBufferWriter<byte> bytes = new();

    public List<AuditRecord> Records { get; } = [];

    public ReadOnlySpan<byte> Bytes => bytes.WrittenSpan;

    public void Write(in AuditRecord record)
    {
        Records.Add(record);
        AuditCodec.Write(record, bytes);
    }
}
