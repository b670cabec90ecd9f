using System.IO.Compression;
using System.Text;
using Ratchet.Testing;
using Ratchet.Testing.Fuzzing;

namespace Ratchet.Storage.Tests.Fuzzing;

/// <summary>Beginnings of real files as seeds, where they are there.</summary>
internal static class SharedSeeds
{
    private const int Bytes = 4096;

    /// <summary>The first lines of a file, plain or packed by gzip, under its own name and packing; none where the file is absent.</summary>
    public static IEnumerable<FuzzSeed> Lines(params IEnumerable<string> names)
    {
        foreach (var name in names)
        {
            if (SharedFiles.Find("data/" + name) is { } path)
            {
                var isPacked = name.EndsWith(".gz", StringComparison.Ordinal);
                using var file = File.OpenRead(path);
                using Stream stream = isPacked ? new GZipStream(file, CompressionMode.Decompress) : file;
                yield return isPacked ? FuzzSeed.Gzip(Path.GetFileName(name), Beginning(stream)) : FuzzSeed.Of(Path.GetFileName(name), Beginning(stream));
            }
        }
    }

    /// <summary>A file as it is.</summary>
    public static IEnumerable<FuzzSeed> Whole(params IEnumerable<string> names) =>
        names.Select(n => SharedFiles.Find("data/" + n)).OfType<string>().Select(p => FuzzSeed.Of(Path.GetFileName(p), File.ReadAllBytes(p)));

    /// <summary>The first lines of every file of a zip.</summary>
    public static IEnumerable<FuzzSeed> Zips(params IEnumerable<string> names)
    {
        foreach (var path in names.Select(n => SharedFiles.Find("data/" + n)).OfType<string>())
        {
            using var archive = ZipFile.OpenRead(path);
            yield return FuzzSeed.Zip(Path.GetFileName(path), [.. archive.Entries.Select(e => (e.Name, Beginning(e)))]);
        }
    }

    private static string Beginning(ZipArchiveEntry entry)
    {
        using var stream = entry.Open();
        return Beginning(stream);
    }

    private static string Beginning(Stream stream)
    {
        var buffer = new byte[1 << 17];
        var text = buffer.AsSpan(0, stream.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false));
        var end = text.Length <= Bytes ? text.Length : Bytes + text[Bytes..].IndexOf((byte)'\n') + 1;
        return Encoding.UTF8.GetString(text[..Math.Max(end, Math.Min(text.Length, 64))]);
    }
}
