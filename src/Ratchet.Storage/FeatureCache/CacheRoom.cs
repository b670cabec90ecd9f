namespace Ratchet.Storage.FeatureCache;

/// <summary>
/// Keeps the files below a folder within a number of bytes. The folder is counted when the first file comes and again whenever a sixteenth of the limit was
/// written since, so that what other processes wrote is seen; each process may thus exceed the limit by a sixteenth.
/// </summary>
internal sealed class CacheRoom(string folder, long limitBytes)
{
    public const string TemporarySuffix = ".tmp";

    private static readonly TimeSpan Abandoned = TimeSpan.FromHours(1);

    private readonly Lock gate = new();
    private long total = -1;
    private long sinceCount;

    /// <summary>Makes room for a file, the least recently used going first, down to three quarters of the limit; false where it is larger than the limit.</summary>
    public bool Make(long bytes, DateTimeOffset now)
    {
        if (bytes > limitBytes)
        {
            return false;
        }

        lock (gate)
        {
            if (total < 0 || sinceCount > limitBytes / 16 || total + bytes > limitBytes)
            {
                Count(bytes, now);
            }

            total += bytes;
            sinceCount += bytes;
            return true;
        }
    }

    private void Count(long bytes, DateTimeOffset now)
    {
        sinceCount = 0;
        total = 0;
        if (!Directory.Exists(folder))
        {
            return;
        }

        var files = new List<FileInfo>();
        foreach (var file in new DirectoryInfo(folder).EnumerateFiles("*", SearchOption.AllDirectories))
        {
            if (Length(file) is not { } length)
            {
                continue;
            }

            if (!file.Name.EndsWith(TemporarySuffix, StringComparison.Ordinal))
            {
                total += length;
                files.Add(file);
            }
            else if (now - file.LastWriteTimeUtc > Abandoned)
            {
                file.Delete();
            }
            else
            {
                // Somebody is writing it.
                total += length;
            }
        }

        if (total + bytes <= limitBytes)
        {
            return;
        }

        // Names break ties, so that equal times always give the same order.
        files.Sort((a, b) => a.LastWriteTimeUtc != b.LastWriteTimeUtc ? a.LastWriteTimeUtc.CompareTo(b.LastWriteTimeUtc) : string.CompareOrdinal(a.FullName, b.FullName));
        foreach (var file in files)
        {
            if (total + bytes <= limitBytes / 4 * 3)
            {
                break;
            }

            total -= file.Length;
            file.Delete();
        }
    }

    // Null where another process removed the file in between.
    private static long? Length(FileInfo file)
    {
        try
        {
            return file.Length;
        }
        catch (FileNotFoundException)
        {
            return null;
        }
    }
}
