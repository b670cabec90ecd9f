using System.Buffers;
using Ratchet.Trading.Journal;

namespace Ratchet.Trading.Engine;

/// <summary>Takes the audit records of one event that is processed again, and compares them byte for byte with the journal's.</summary>
internal sealed class RemadeAudit : IAuditSink
{
    private readonly ArrayBufferWriter<byte> bytes = new(1024);
    private readonly List<int> ends = [];

    /// <summary>How many records were equal, over all events.</summary>
    public long Equal { get; private set; }

    public void Write(in AuditRecord record)
    {
        AuditCodec.Write(record, bytes);
        ends.Add(bytes.WrittenCount);
    }

    /// <summary>Compares what came since the last comparison.</summary>
    /// <exception cref="RecoveryException">They differ.</exception>
    public void Compare(long number, IReadOnlyList<StoredAudit> journaled)
    {
        var next = 0;
        foreach (var stored in journaled)
        {
            if (IsOfSession(stored))
            {
                continue;
            }

            if (next == ends.Count)
            {
                throw new RecoveryException(number, stored.Decode(), null);
            }

            var remade = At(next++);
            if (!remade.SequenceEqual(stored.Bytes.Span))
            {
                throw new RecoveryException(number, stored.Decode(), AuditCodec.Read(remade));
            }

            Equal++;
        }

        if (next < ends.Count)
        {
            throw new RecoveryException(number, null, AuditCodec.Read(At(next)));
        }

        bytes.ResetWrittenCount();
        ends.Clear();
    }

    /// <summary>Whether the session wrote the record and not the engine.</summary>
    private static bool IsOfSession(StoredAudit stored) =>
        AuditCodec.KindOf(stored.Bytes.Span) == AuditKind.Warning && stored.Decode().Reason is AuditReason.AdviserFailed or AuditReason.ClockStepped;

    private ReadOnlySpan<byte> At(int place)
    {
        var start = place == 0 ? 0 : ends[place - 1];
        return bytes.WrittenSpan[start..ends[place]];
    }
}
