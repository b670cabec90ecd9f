using System.IO.Compression;

namespace Ratchet.Market.Feeds;

/// <summary>Opens a file as text bytes: plain, gzip or zip by its first bytes, never by its name.</summary>
internal sealed class SourceText : IDisposable
{
    private readonly FileStream file;
    private readonly ZipArchive? archive;
    private readonly ZipArchiveEntry? entry;
    private readonly Stream content;
    private uint checksum = Checksum.Start;
    private long total;

    private SourceText(FileStream file, Stream content, ZipArchive? archive, ZipArchiveEntry? entry, string name, string? compression)
    {
        this.file = file;
        this.archive = archive;
        this.entry = entry;
        this.content = content;
        Name = name;
        Compression = compression;
    }

    /// <summary>The file, with the entry's name inside a zip.</summary>
    public string Name { get; }

    /// <summary><c>gzip</c>, <c>zip</c> or null.</summary>
    public string? Compression { get; }

    private static ReadOnlySpan<byte> Zstd => [0x28, 0xB5, 0x2F, 0xFD];

    /// <summary>Opens a file; of a zip, its one entry or the named one.</summary>
    public static SourceText Open(string path, string? entryName = null)
    {
        FileStream file;
        try
        {
            file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, FileOptions.SequentialScan);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new MarketDataException($"{path}: the file cannot be opened: {exception.Message} Check the path and its permissions.", exception);
        }

        try
        {
            return Open(path, file, entryName);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>The same text from its beginning.</summary>
    public SourceText Reopen() => Open(file.Name, entry?.FullName);

    /// <summary>
    /// Reads on; 0 at the end. At the end of packed data its length or checksum must be the stated one, because the library's own streams end
    /// silently where a file was cut off.
    /// </summary>
    /// <exception cref="InvalidDataException">The packed data is cut off or damaged.</exception>
    public int Read(Span<byte> buffer)
    {
        var read = content.Read(buffer);
        total += read;
        if (entry is not null)
        {
            checksum = Checksum.Update(checksum, buffer[..read]);
        }

        if (read == 0 && buffer.Length > 0)
        {
            RequireWhole();
        }

        return read;
    }

    /// <summary>Reads the beginning, as much as there is room for; returns how much there was.</summary>
    /// <exception cref="MarketDataException">The packed data is cut off or damaged.</exception>
    public int ReadHead(Span<byte> buffer)
    {
        var length = 0;
        try
        {
            for (var read = Read(buffer); read > 0; read = Read(buffer[length..]))
            {
                length += read;
            }

            return length;
        }
        catch (Exception exception) when (exception is InvalidDataException or EndOfStreamException)
        {
            throw new MarketDataException($"{Name}: the {Compression} data is truncated or damaged: {exception.Message} Download it again.", exception);
        }
    }

    public void Dispose()
    {
        content.Dispose();
        archive?.Dispose();
        file.Dispose();
    }

    private void RequireWhole()
    {
        if (entry is not null && (entry.Length != total || entry.Crc32 != ~checksum))
        {
            throw new InvalidDataException($"length {total} and checksum are not those that the zip states ({entry.Length} bytes).");
        }

        if (Compression == "gzip" && !GzipEnd.IsWhole(file.Name, total))
        {
            throw new InvalidDataException($"it ends after {total} bytes of text without the end that gzip writes.");
        }
    }

    private static SourceText Open(string path, FileStream file, string? entryName)
    {
        Span<byte> magic = stackalloc byte[6];
        var length = file.ReadAtLeast(magic, magic.Length, throwOnEndOfStream: false);
        magic = magic[..length];
        file.Position = 0;
        if (length == 0)
        {
            throw MarketDataException.At(path, 0, null, "the file is empty.", "Download or export it again.");
        }

        if (magic.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B]))
        {
            return new(file, new GZipStream(file, CompressionMode.Decompress, leaveOpen: true), null, null, path, "gzip");
        }

        if (magic.StartsWith("PK"u8))
        {
            return OpenZip(path, file, entryName);
        }

        if (magic.StartsWith("DBN"u8) || (path.Contains(".dbn", StringComparison.OrdinalIgnoreCase) && magic.StartsWith(Zstd)))
        {
            throw MarketDataException.At(
                path,
                0,
                null,
                magic.StartsWith(Zstd) ? "the file is Databento's binary DBN, packed by zstd." : "the file is Databento's binary DBN.",
                "Export it as CSV with schema trades, bbo-1s or mbp-10 (in a request encoding='csv', or with the dbn tool's --csv).");
        }

        var other = Foreign(magic);
        return other is null
            ? new(file, file, null, null, path, null)
            : throw MarketDataException.At(path, 0, null, $"the file is {other}.", "Give a CSV file, plain or packed by gzip or zip.");
    }

    private static SourceText OpenZip(string path, FileStream file, string? entryName)
    {
        ZipArchive? archive = null;
        try
        {
            archive = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
            var entries = ZipEntries.Of(path, archive).Where(e => entryName is null || e.FullName == entryName).ToArray();
            if (entries.Length != 1)
            {
                var names = string.Join(", ", entries.Take(5).Select(e => e.FullName));
                throw MarketDataException.At(
                    path, 0, null, $"the zip holds {entries.Length} files ({names}) where one is expected.", "Unpack it and import its files one by one.");
            }

            return new(file, entries[0].Open(), archive, entries[0], $"{path}({entries[0].FullName})", "zip");
        }
        catch (Exception exception)
        {
            archive?.Dispose();
            if (exception is InvalidDataException or EndOfStreamException)
            {
                throw new MarketDataException($"{path}: the zip is truncated or damaged: {exception.Message} Download it again.", exception);
            }

            throw;
        }
    }

    private static string? Foreign(ReadOnlySpan<byte> magic) =>
        magic.StartsWith(Zstd) ? "packed by zstd"
        : magic.StartsWith("BZh"u8) ? "packed by bzip2"
        : magic.StartsWith((ReadOnlySpan<byte>)[0xFD, (byte)'7', (byte)'z']) ? "packed by xz"
        : magic.StartsWith("PAR1"u8) ? "a Parquet file"
        : null;
}
