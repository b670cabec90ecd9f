using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Ratchet.Storage.Journal;

/// <summary>
/// The chain over a journal's records: a record's link is the SHA-256 of the link before it and of everything in its row, so that a row that was changed, left out or
/// moved breaks the chain there. The first link is made of the session's row.
/// </summary>
internal sealed class JournalChain : IDisposable
{
    public const int LinkBytes = 32;

    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    public static byte[] First(JournalIdentity identity) =>
        SHA256.HashData(Encoding.UTF8.GetBytes($"ratchet journal {JournalSchema.Version}\n{identity.OptionsHash}\n{identity.CodeVersion}\n{identity.Created}"));

    /// <summary>The link of a record; of a state it covers the hash in place of the bytes, so that a damaged state can be passed over.</summary>
    public byte[] Next(ReadOnlySpan<byte> before, in JournalRow row)
    {
        Span<byte> head = stackalloc byte[48];
        head[0] = (byte)row.Table;
        BinaryPrimitives.WriteInt64LittleEndian(head[1..], row.Record);
        BinaryPrimitives.WriteInt64LittleEndian(head[9..], row.Number);
        BinaryPrimitives.WriteInt64LittleEndian(head[17..], row.Place);
        BinaryPrimitives.WriteInt64LittleEndian(head[25..], row.Time);
        BinaryPrimitives.WriteInt64LittleEndian(head[33..], row.Symbol);
        head[41] = row.Kind;
        hash.AppendData(before);
        hash.AppendData(head[..42]);
        hash.AppendData(row.Table == JournalTable.States ? row.Hash : row.Bytes);
        return hash.GetHashAndReset();
    }

    public void Dispose() => hash.Dispose();
}
