using System.IO.Compression;

namespace Ratchet.Market.Feeds;

/// <summary>The files in a zip. A name that leads out of the zip's own folder is refused, though nothing is ever unpacked to disk.</summary>
internal static class ZipEntries
{
    /// <summary>Whether a file begins like a zip; false where it cannot be read.</summary>
    public static bool IsZip(string path)
    {
        try
        {
            using var file = File.OpenRead(path);
            Span<byte> magic = stackalloc byte[2];
            return file.ReadAtLeast(magic, magic.Length, throwOnEndOfStream: false) == magic.Length && magic.SequenceEqual("PK"u8);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Whoever opens the file next gets the error with its reason.
            return false;
        }
    }

    /// <summary>The names in a zip, in ordinal order.</summary>
    public static string[] Names(string path)
    {
        try
        {
            using var archive = ZipFile.OpenRead(path);
            return [.. Of(path, archive).Select(e => e.FullName).Order(StringComparer.Ordinal)];
        }
        catch (Exception exception) when (exception is InvalidDataException or EndOfStreamException)
        {
            throw new MarketDataException($"{path}: the zip is truncated or damaged: {exception.Message} Download it again.", exception);
        }
    }

    /// <summary>The files in an open zip; folders are left out.</summary>
    public static ZipArchiveEntry[] Of(string path, ZipArchive archive)
    {
        foreach (var entry in archive.Entries)
        {
            var name = entry.FullName;
            if (name.StartsWith('/') || name.Contains('\\', StringComparison.Ordinal) || name.Contains(':', StringComparison.Ordinal) || name.Split('/').Contains(".."))
            {
                throw MarketDataException.At(
                    path, 0, null, $"the zip names a file '{name}', which leads out of its folder.", "No honest export does that: do not use the file, download it again from its source.");
            }
        }

        return [.. archive.Entries.Where(e => e.Length > 0 || e.Name.Length > 0)];
    }
}
