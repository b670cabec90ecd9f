using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Ratchet.Market.Bars;
using Ratchet.Market.Feeds;

namespace Ratchet.Storage.Columns;

/// <summary>
/// One series on disk: content-named columns and a manifest that names those which count.
/// <para>A commit writes each new column to a temporary file, flushes it, renames it and flushes the folder; then the manifest in the same way. The
/// manifest's rename is the commit point: a crash before it leaves the old state, after it the new one. Files that no manifest names are removed last,
/// and by the next commit if a crash came between. Writers hold a lock file; readers need none.</para>
/// </summary>
internal sealed class SeriesFolder(string path, ICommitObserver? observer)
{
    private const string ManifestName = "manifest.json";
    private const string LockName = ".lock";

    public string ManifestPath => Path.Combine(path, ManifestName);

    public string PathOf(string name) => Path.Combine(path, name);

    /// <summary>Takes the writers' lock of this series.</summary>
    public FileStream Lock()
    {
        Directory.CreateDirectory(path);
        try
        {
            return new FileStream(Path.Combine(path, LockName), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1);
        }
        catch (IOException exception)
        {
            throw new MarketDataException($"{path}: another program is writing this series. Wait for it to end and try again.", exception);
        }
    }

    /// <summary>The manifest, or null where there is none.</summary>
    public BarManifest? ReadManifest()
    {
        try
        {
            return ManifestDocument.Read(ManifestPath, File.ReadAllBytes(ManifestPath));
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    /// <summary>Writes the columns of a series, then the manifest; the caller holds the lock.</summary>
    public BarManifest Commit(BarSeries bars, Func<IReadOnlyList<StoredColumn>, BarManifest> describe)
    {
        var columns = new List<StoredColumn> { WriteColumn(ColumnNames.OpenTime, bars.OpenTime) };
        columns.Add(WriteColumn(ColumnNames.Open, bars.Open));
        columns.Add(WriteColumn(ColumnNames.High, bars.High));
        columns.Add(WriteColumn(ColumnNames.Low, bars.Low));
        columns.Add(WriteColumn(ColumnNames.Close, bars.Close));
        columns.Add(WriteColumn(ColumnNames.Volume, bars.Volume));
        if (!bars.Columns.TradeCount.IsEmpty)
        {
            columns.Add(WriteColumn(ColumnNames.TradeCount, bars.Columns.TradeCount.Span));
        }

        if (!bars.Columns.TakerBuyVolume.IsEmpty)
        {
            columns.Add(WriteColumn(ColumnNames.TakerBuyVolume, bars.Columns.TakerBuyVolume.Span));
        }

        DirectoryFlush.Flush(path);
        observer?.Reached("columns");
        var manifest = describe(columns);
        AtomicFile.Write(ManifestPath, ManifestDocument.Write(manifest), observer);
        RemoveUnnamed(manifest);
        return manifest;
    }

    /// <summary>Writes a small file of this folder atomically.</summary>
    public void WriteFile(string name, byte[] content) => AtomicFile.Write(Path.Combine(path, name), content, observer);

    /// <summary>Opens the columns that a manifest names.</summary>
    /// <exception cref="FileNotFoundException">One is not there: a writer has just replaced it, or it is lost.</exception>
    public StoredBars Open(BarManifest manifest)
    {
        var mappings = new List<IDisposable>();
        try
        {
            var times = Map<long>(manifest, ColumnNames.OpenTime, mappings);
            var columns = new BarColumns
            {
                OpenTime = times ?? throw Damaged($"it names no column {ColumnNames.OpenTime}"),
                Open = Required(manifest, ColumnNames.Open, mappings),
                High = Required(manifest, ColumnNames.High, mappings),
                Low = Required(manifest, ColumnNames.Low, mappings),
                Close = Required(manifest, ColumnNames.Close, mappings),
                Volume = Required(manifest, ColumnNames.Volume, mappings),
                TradeCount = Map<double>(manifest, ColumnNames.TradeCount, mappings) ?? default,
                TakerBuyVolume = Map<double>(manifest, ColumnNames.TakerBuyVolume, mappings) ?? default,
            };
            if (columns.OpenTime.Length != manifest.Rows)
            {
                throw Damaged($"it states {manifest.Rows} rows, its columns have {columns.OpenTime.Length}");
            }

            return new StoredBars(new BarSeries(manifest.Symbol, manifest.TimeFrame, columns), manifest, mappings);
        }
        catch (Exception exception)
        {
            mappings.ForEach(m => m.Dispose());
            if (exception is ArgumentException)
            {
                throw new MarketDataException($"{path}: the columns are damaged: {exception.Message} Import the data again.", exception);
            }

            throw;
        }
    }

    private ReadOnlyMemory<double> Required(BarManifest manifest, string name, List<IDisposable> mappings) =>
        Map<double>(manifest, name, mappings) ?? throw Damaged($"it names no column {name}");

    private MarketDataException Damaged(string problem) =>
        new($"{ManifestPath}: the manifest is damaged: {problem}. Import the data again, or restore the folder from a backup.");

    private ReadOnlyMemory<T>? Map<T>(BarManifest manifest, string name, List<IDisposable> mappings)
        where T : unmanaged
    {
        foreach (var column in manifest.Columns)
        {
            if (column.Name == name)
            {
                var mapped = NpyFile.Map<T>(Path.Combine(path, Path.GetFileName(column.File)));
                mappings.Add(mapped);
                return mapped.Memory;
            }
        }

        return null;
    }

    private StoredColumn WriteColumn<T>(string name, ReadOnlySpan<T> values)
        where T : unmanaged
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(MemoryMarshal.AsBytes(values)));
        var file = $"{name}.{hash[..16]}.npy";
        var target = Path.Combine(path, file);
        if (!IsIntact<T>(target, hash))
        {
            var temporary = target + ".tmp";
            NpyFile.Write(temporary, values);
            observer?.Reached($"{name} written");
            File.Move(temporary, target, overwrite: true);
            observer?.Reached($"{name} renamed");
        }

        return new(name, file, NpyHeader.DescriptionOf<T>(), hash);
    }

    private static bool IsIntact<T>(string file, string hash)
        where T : unmanaged
    {
        if (!File.Exists(file))
        {
            return false;
        }

        try
        {
            using var mapped = NpyFile.Map<T>(file);
            return Convert.ToHexStringLower(SHA256.HashData(MemoryMarshal.AsBytes(mapped.GetSpan()))) == hash;
        }
        catch (MarketDataException)
        {
            // A damaged file of this name is simply written again.
            return false;
        }
    }

    private void RemoveUnnamed(BarManifest manifest)
    {
        var named = manifest.Columns.Select(c => c.File).Concat(manifest.Quarantine).Append(ManifestName).Append(LockName).ToHashSet(StringComparer.Ordinal);
        foreach (var file in Directory.GetFiles(path))
        {
            if (!named.Contains(Path.GetFileName(file)))
            {
                File.Delete(file);
                observer?.Reached($"{Path.GetFileName(file)} removed");
            }
        }

        DirectoryFlush.Flush(path);
    }
}
