using System.Buffers.Binary;
using System.Security.Cryptography;
using Ratchet.Trading.Portfolio;

namespace Ratchet.Trading.Journal;

/// <summary>
/// One number for what a run ordered and got: equal hashes mean the same orders, fills and closed positions in the same order. Covers placed, rejected, cancelled
/// and filled orders and closed positions, with kind, reason, symbol, strategy, identities, side, quantity, price and amount, and of a closed position the times of
/// entry and exit. Not covered: the numbers and clock times of events, so that a session and its simulation can agree.
/// </summary>
/// <remarks>Chained SHA-256: the hash of a block is taken over the hash so far and the block's bytes.</remarks>
public sealed class OrderHash : IAuditSink
{
    private const int BlockBytes = 1 << 14;
    private const int RecordBytes = 128;
    private readonly byte[] block = new byte[BlockBytes];
    private int used = SHA256.HashSizeInBytes;

    /// <summary>The hash of everything so far, 64 hexadecimal digits. Asking changes nothing.</summary>
    public string Value => Convert.ToHexStringLower(SHA256.HashData(block.AsSpan(0, used)));

    /// <inheritdoc/>
    public void Write(in AuditRecord record)
    {
        if (record.Kind is not (AuditKind.OrderPlaced or AuditKind.OrderRejected or AuditKind.OrderCancelled or AuditKind.OrderFilled or AuditKind.PositionClosed))
        {
            return;
        }

        if (used + RecordBytes > BlockBytes)
        {
            Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
            SHA256.HashData(block.AsSpan(0, used), hash);
            hash.CopyTo(block);
            used = hash.Length;
        }

        Append((uint)record.Kind | ((uint)record.Reason << 8) | ((long)record.Side << 32));
        Append((uint)record.Symbol | ((long)record.Strategy << 32));
        Append(record.Order);
        Append(record.Position);
        Append(record.Quantity);
        Append(record.Price);
        Append(record.Amount);
        if (record.Detail is TradeRecord trade)
        {
            Append(trade.EntryTime);
            Append(trade.ExitTime);
        }
    }

    private void Append(long value)
    {
        BinaryPrimitives.WriteInt64LittleEndian(block.AsSpan(used), value);
        used += sizeof(long);
    }

    private void Append(decimal value)
    {
        Span<int> parts = stackalloc int[4];
        decimal.GetBits(value, parts);
        foreach (var part in parts)
        {
            BinaryPrimitives.WriteInt32LittleEndian(block.AsSpan(used), part);
            used += sizeof(int);
        }
    }
}
