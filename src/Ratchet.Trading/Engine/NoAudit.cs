using Ratchet.Trading.Journal;

namespace Ratchet.Trading.Engine;

/// <summary>Keeps nothing.</summary>
internal sealed class NoAudit : IAuditSink
{
    public static NoAudit Instance { get; } = new();

    public void Write(in AuditRecord record)
    {
    }
}
