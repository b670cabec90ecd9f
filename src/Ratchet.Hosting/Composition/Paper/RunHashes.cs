using System.Security.Cryptography;
using Ratchet.Trading.Journal;

namespace Ratchet.Hosting.Composition.Paper;

/// <summary>
/// The two hashes of a session. Orders: <see cref="OrderHash"/>, over orders, fills and closed positions. Audit: SHA-256 over the bytes of every event and every audit
/// record in order, decisions and refusals among them, but for what a session says of itself (a clock that went back, an adviser that failed).
/// </summary>
internal sealed class RunHashes : IDisposable
{
    private readonly OrderHash orders = new();
    private readonly IncrementalHash audit = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    public string Orders => orders.Value;

    public string Audit => Convert.ToHexStringLower(audit.GetCurrentHash());

    public static bool IsOfSession(in AuditRecord record) =>
        record is { Kind: AuditKind.Warning, Reason: AuditReason.ClockStepped or AuditReason.AdviserFailed };

    public void AddEvent(ReadOnlySpan<byte> bytes) => audit.AppendData(bytes);

    public void AddRecord(in AuditRecord record, ReadOnlySpan<byte> bytes)
    {
        orders.Write(record);
        audit.AppendData(bytes);
    }

    public void Dispose() => audit.Dispose();
}
