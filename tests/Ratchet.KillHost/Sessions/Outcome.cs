using System.Buffers;
using System.Security.Cryptography;
using Ratchet.Trading.Engine;
using Ratchet.Trading.Journal;

namespace Ratchet.KillHost.Sessions;

/// <summary>What a finished session left, for comparison with another: hashes of the engine's state, of every event, of every audit record, and the orders that were placed.</summary>
internal sealed record Outcome(string State, string Events, string Audit, string OrderHash, long Orders, long DistinctOrders, long Trades)
{
    public static Outcome Of(TradingEngine engine, IJournalReader journal)
    {
        var buffer = new ArrayBufferWriter<byte>();
        engine.WriteState(buffer);
        var state = Hex(SHA256.HashData(buffer.WrittenSpan));
        using var events = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var tradingEvent in journal.ReadEvents(0, long.MaxValue))
        {
            buffer.ResetWrittenCount();
            EventCodec.Write(tradingEvent, buffer);
            events.AppendData(buffer.WrittenSpan);
        }

        using var audit = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var ids = new HashSet<long>();
        long orders = 0;
        long trades = 0;
        var hash = new OrderHash();
        foreach (var stored in journal.ReadAudit(-1, long.MaxValue))
        {
            audit.AppendData(stored.Bytes.Span);
            var record = stored.Decode();
            hash.Write(record);
            trades += record.Kind == AuditKind.PositionClosed ? 1 : 0;
            if (record.Kind == AuditKind.OrderPlaced)
            {
                orders++;
                ids.Add(record.Order);
            }
        }

        return new(state, Hex(events.GetHashAndReset()), Hex(audit.GetHashAndReset()), hash.Value, orders, ids.Count, trades);
    }

    private static string Hex(byte[] bytes) => Convert.ToHexStringLower(bytes.AsSpan(0, 12));
}
