using System.IO.Compression;

namespace Ratchet.Testing.Fuzzing;

/// <summary>Packs bytes.</summary>
public static class FuzzPack
{
    /// <summary>One gzip member.</summary>
    public static byte[] Gzip(byte[] content)
    {
        using var memory = new MemoryStream();
        using (var packed = new GZipStream(memory, CompressionLevel.Fastest))
        {
            packed.Write(content);
        }

        return memory.ToArray();
    }

    /// <summary>A zip of entries in the order given.</summary>
    public static byte[] Zip(IEnumerable<(string Name, byte[] Content)> parts)
    {
        using var memory = new MemoryStream();
        using (var archive = new ZipArchive(memory, ZipArchiveMode.Create))
        {
            foreach (var (name, content) in parts)
            {
                var entry = archive.CreateEntry(name, CompressionLevel.Fastest);
                entry.LastWriteTime = new DateTimeOffset(2024, 1, 1, 0, 0, 0, TimeSpan.Zero);
                using var stream = entry.Open();
                stream.Write(content);
            }
        }

        return memory.ToArray();
    }
}
