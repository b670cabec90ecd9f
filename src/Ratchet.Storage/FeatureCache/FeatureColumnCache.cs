using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Ratchet.Features.Sets;
using Ratchet.Market.Feeds;
using Ratchet.Storage.Columns;

namespace Ratchet.Storage.FeatureCache;

/// <summary>
/// Feature columns as <c>.npy</c> files below one folder, named by key and by a checksum of their content: <c>ab/abcd...-checksum.npy</c>. A file appears whole or not
/// at all, since it is renamed into place; one that does not match its checksum is a miss, reported and removed, so that the column is written again. When there is
/// no room, those not read or written for longest go first.
/// </summary>
/// <remarks>
/// Several processes may share a folder: equal keys hold equal content, and a file that another process removed is a miss. Nothing is flushed to the disk,
/// because a loss costs no more than a calculation. A failure of the disk never ends a run; it becomes a remark.
/// </remarks>
public sealed class FeatureColumnCache : IFeatureColumnStore
{
    private const int ChecksumDigits = 16;
    private const string Suffix = ".npy";

    private readonly string folder;
    private readonly TimeProvider clock;
    private readonly CacheRoom room;
    private readonly ConcurrentQueue<string> remarks = new();

    /// <summary>Opens a folder, which need not exist.</summary>
    /// <param name="folder">Where the columns lie; nothing else does.</param>
    /// <param name="limitBytes">How much they may take up, at least 1.</param>
    /// <param name="clock">Says which columns were used last.</param>
    public FeatureColumnCache(string folder, long limitBytes, TimeProvider clock)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(folder);
        ArgumentOutOfRangeException.ThrowIfLessThan(limitBytes, 1);
        this.folder = Path.GetFullPath(folder);
        this.clock = clock;
        room = new(this.folder, limitBytes);
    }

    /// <inheritdoc/>
    public IReadOnlyList<string> Remarks => [.. remarks];

    /// <inheritdoc/>
    public double[]? Read(string key, int rows)
    {
        var shard = Shard(key);
        if (!Directory.Exists(shard))
        {
            return null;
        }

        try
        {
            foreach (var path in Directory.EnumerateFiles(shard, key + "-*" + Suffix))
            {
                if (ReadWhole(path, rows) is { } column)
                {
                    return column;
                }
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            remarks.Enqueue($"The feature cache {folder} cannot be read: {exception.Message}");
        }

        return null;
    }

    /// <inheritdoc/>
    public void Write(string key, ReadOnlySpan<double> column)
    {
        var path = Path.Combine(Shard(key), $"{key}-{Checksum(column)}{Suffix}");
        // A name that no other process and no other cache of this one has.
        var temporary = $"{path}.{Path.GetRandomFileName()}{CacheRoom.TemporarySuffix}";
        try
        {
            if (!room.Make(((long)column.Length * sizeof(double)) + 128, clock.GetUtcNow()))
            {
                return;
            }

            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            using (var stream = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1))
            {
                stream.Write(NpyHeader.Write<double>(column.Length));
                stream.Write(MemoryMarshal.AsBytes(column));
            }

            File.SetLastWriteTimeUtc(temporary, clock.GetUtcNow().UtcDateTime);
            File.Move(temporary, path, overwrite: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            remarks.Enqueue($"A column cannot be written to the feature cache {folder}: {exception.Message}");
        }
    }

    private static string Checksum(ReadOnlySpan<double> column) =>
        Convert.ToHexStringLower(SHA256.HashData(MemoryMarshal.AsBytes(column)))[..ChecksumDigits];

    private string Shard(string key)
    {
        if (key.Length != 64 || !key.All(char.IsAsciiHexDigitLower))
        {
            throw new ArgumentException($"The key '{key}' must be 64 lower-case hexadecimal digits.", nameof(key));
        }

        return Path.Combine(folder, key[..2]);
    }

    private double[]? ReadWhole(string path, int rows)
    {
        double[] column;
        try
        {
            column = NpyFile.Read<double>(path);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            // Another process made room.
            return null;
        }
        catch (Exception exception) when (exception is MarketDataException or EndOfStreamException)
        {
            return Refuse(path, "it is no whole column");
        }

        var name = Path.GetFileNameWithoutExtension(path);
        if (column.Length != rows || !name.EndsWith("-" + Checksum(column), StringComparison.Ordinal))
        {
            return Refuse(path, column.Length != rows ? $"it has {column.Length} rows instead of {rows}" : "its content does not match its checksum");
        }

        try
        {
            File.SetLastWriteTimeUtc(path, clock.GetUtcNow().UtcDateTime);
        }
        catch (FileNotFoundException)
        {
            // Removed by another process since; the content was read.
        }

        return column;
    }

    private double[]? Refuse(string path, string reason)
    {
        remarks.Enqueue($"The cached column {path} was damaged ({reason}); it was removed and is computed again.");
        File.Delete(path);
        return null;
    }
}
