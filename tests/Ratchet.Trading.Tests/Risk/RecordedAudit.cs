using Ratchet.Trading.Journal;

namespace Ratchet.Trading.Tests.Risk;

/// <summary>Keeps every audit record.</summary>
internal sealed class RecordedAudit : IAuditSink
{
    public List<AuditRecord> Records { get; } = [];

    public void Write(in AuditRecord record) => Records.Add(record);

    public AuditRecord[] Of(AuditKind kind) => [.. Records.Where(r => r.Kind == kind)];
}
