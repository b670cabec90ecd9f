using System.IO.Compression;
using System.Text;

namespace Ratchet.Market.Tests.Feeds;

/// <summary>Zips made in memory.</summary>
internal static class ZipBytes
{
    public static byte[] Of(params ReadOnlySpan<(string Name, string Text)> entries)
    {
        using var memory = new MemoryStream();
        using (var archive = new ZipArchive(memory, ZipArchiveMode.Create))
        {
            foreach (var (name, text) in entries)
            {
                using var entry = archive.CreateEntry(name).Open();
                entry.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return memory.ToArray();
    }

    public static byte[] Gzip(string text)
    {
        using var memory = new MemoryStream();
        using (var packed = new GZipStream(memory, CompressionLevel.Optimal))
        {
            packed.Write(Encoding.UTF8.GetBytes(text));
        }

        return memory.ToArray();
    }
}
