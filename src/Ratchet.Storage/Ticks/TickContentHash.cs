using System.Security.Cryptography;
using System.Text;
using Ratchet.Market.Instruments;
using Ratchet.Numerics.Windows;

namespace Ratchet.Storage.Ticks;

/// <summary>
/// The identity of ticks by their content, however many imports brought them.
/// <para>A partition's hash is the SHA-256 of the line "ratchet-tick-rows-1|rows", then for each column the line "name|type" and the SHA-256 of its little-endian
/// bytes, then a line for each class of options. A series' hash is the SHA-256 of the line "ratchet-ticks-1|symbol|kind|rows" and for each partition the line
/// "name|rows|hash". Lines end in a line feed; text is UTF-8.</para>
/// </summary>
internal static class TickContentHash
{
    private const int Chunk = 1 << 18;

    public static string OfPartition(int rows, IEnumerable<(string Name, string Type, byte[] Digest)> columns, IEnumerable<string> roots)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Line(hash, $"ratchet-tick-rows-1|{rows}");
        foreach (var (name, type, digest) in columns)
        {
            Line(hash, $"{name}|{type}");
            hash.AppendData(digest);
        }

        foreach (var root in roots)
        {
            Line(hash, root);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    public static string OfSeries(Symbol symbol, TickKind kind, IReadOnlyCollection<TickPartition> partitions)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Line(hash, $"ratchet-ticks-1|{symbol}|{TickNames.Of(kind)}|{partitions.Sum(p => (long)p.Rows)}");
        foreach (var partition in partitions)
        {
            Line(hash, $"{partition.Name}|{partition.Rows}|{partition.Hash}");
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>The hash of a stored partition, from its bytes.</summary>
    public static string OfStored(MappedPartition mapped)
    {
        var part = mapped.Part(new IndexRange(0, mapped.Partition.Rows));
        var roots = new RootTable();
        var digests = new List<(string Name, string Type, IncrementalHash Hash)>();
        try
        {
            for (var from = 0; from < part.Count; from += Chunk)
            {
                var columns = TickColumns.Of(part, new IndexRange(from, Math.Min(part.Count, from + Chunk)), roots);
                for (var c = 0; c < columns.Count; c++)
                {
                    if (from == 0)
                    {
                        digests.Add((columns[c].Name, columns[c].Type, IncrementalHash.CreateHash(HashAlgorithmName.SHA256)));
                    }

                    digests[c].Hash.AppendData(columns[c].Bytes);
                }
            }

            return OfPartition(part.Count, digests.Select(d => (d.Name, d.Type, d.Hash.GetHashAndReset())), roots.Names);
        }
        finally
        {
            digests.ForEach(d => d.Hash.Dispose());
        }
    }

    private static void Line(IncrementalHash hash, string text) => hash.AppendData(Encoding.UTF8.GetBytes(text + "\n"));
}
