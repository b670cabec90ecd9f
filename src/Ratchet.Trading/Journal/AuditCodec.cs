using System.Buffers;
using Ratchet.Trading.Orders;
using Ratchet.Trading.Portfolio;

namespace Ratchet.Trading.Journal;

/// <summary>
/// Audit records as bytes and back. Canonical: equal records have equal bytes, every NaN is one NaN, decimals keep their scale, and the bytes of what was read are
/// the bytes that were read. Little-endian; the first byte is the version.
/// </summary>
public static class AuditCodec
{
    /// <summary>The version that is written.</summary>
    public const byte Version = 1;

    private const byte NoDetail = 0;
    private const byte TextDetail = 1;
    private const byte TradeDetail = 2;
    private const byte OrderDetail = 3;

    /// <summary>Writes a record; some 110 to 350 bytes, without allocation.</summary>
    /// <param name="record">The record.</param>
    /// <param name="output">Where the bytes go.</param>
    /// <exception cref="ArgumentException">The detail is neither a trade nor an order nor a text.</exception>
    public static void Write(in AuditRecord record, IBufferWriter<byte> output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var writer = new StateWriter(output);
        writer.Write(Version);
        writer.Write((byte)record.Kind);
        writer.Write((int)record.Reason);
        writer.Write(record.Event);
        writer.Write(record.Time);
        writer.Write(record.Symbol);
        writer.Write(record.Strategy);
        writer.Write(record.Order);
        writer.Write(record.Position);
        writer.Write(unchecked((byte)record.Side));
        writer.Write(record.Quantity);
        writer.Write(record.Price);
        writer.Write(record.Amount);
        writer.Write(record.Value);
        writer.Write(record.Limit);
        switch (record.Detail)
        {
            case null:
                writer.Write(NoDetail);
                break;
            case string text:
                writer.Write(TextDetail);
                writer.Write(text);
                break;
            case TradeRecord trade:
                writer.Write(TradeDetail);
                DetailCodec.Write(writer, trade);
                break;
            case OrderRequest order:
                writer.Write(OrderDetail);
                DetailCodec.Write(writer, order);
                break;
            default:
                throw new ArgumentException($"An audit record's detail must be a trade, an order or a text; it is a {record.Detail.GetType().Name}.", nameof(record));
        }
    }

    /// <summary>Reads a record.</summary>
    /// <param name="bytes">All its bytes.</param>
    /// <exception cref="InvalidDataException">The bytes are of another version, too few, too many, or hold a value that no record has.</exception>
    public static AuditRecord Read(ReadOnlySpan<byte> bytes)
    {
        var reader = new StateReader(bytes);
        var version = reader.ReadByte();
        if (version != Version)
        {
            throw new InvalidDataException($"An audit record has version {version}, but this program reads version {Version}.");
        }

        var record = new AuditRecord
        {
            Kind = DetailCodec.Defined<AuditKind>(reader.ReadByte()),
            Reason = DetailCodec.Defined<AuditReason>(reader.ReadInt32()),
            Event = reader.ReadInt64(),
            Time = reader.ReadInt64(),
            Symbol = reader.ReadInt32(),
            Strategy = reader.ReadInt32(),
            Order = reader.ReadInt64(),
            Position = reader.ReadInt64(),
            Side = unchecked((sbyte)reader.ReadByte()),
            Quantity = reader.ReadDecimal(),
            Price = reader.ReadDecimal(),
            Amount = reader.ReadDecimal(),
            Value = reader.ReadDouble(),
            Limit = reader.ReadDouble(),
            Detail = reader.ReadByte() switch
            {
                NoDetail => null,
                TextDetail => reader.ReadText(),
                TradeDetail => DetailCodec.ReadTrade(ref reader),
                OrderDetail => DetailCodec.ReadOrder(ref reader),
                var other => throw new InvalidDataException($"An audit record holds a detail of the unknown kind {other}."),
            },
        };
        DetailCodec.RequireEnd(reader, "audit record");
        return record;
    }

    /// <summary>The kind of a record, without reading it all.</summary>
    internal static AuditKind KindOf(ReadOnlySpan<byte> bytes) => bytes.Length > 1
        ? (AuditKind)bytes[1]
        : throw new InvalidDataException($"An audit record has {bytes.Length} bytes.");
}
