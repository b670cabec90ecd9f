using Ratchet.Market.Bars;
using Ratchet.Market.Feeds;
using Ratchet.Numerics.Windows;

namespace Ratchet.Storage.Columns;

/// <summary>
/// One series on disk: one file a column and a manifest that names those which count.
/// <para>A rewrite makes a new generation of files: each is written beside the old ones, flushed and renamed, then the manifest is replaced in the same
/// way. Bars that come after the last one are written behind the end of the files there are (<see cref="ColumnTail"/>), flushed, and then the manifest
/// is replaced. The manifest's rename is the commit point of both: a crash before it leaves the old state, after it the new one, because bytes behind the
/// rows that the manifest states do not count. Files that no manifest names are removed last, and by the next commit if a crash came between. Writers
/// hold a lock file; readers need none.</para>
/// </summary>
internal sealed class SeriesFolder(string path, DiskSteps disk)
{
    private const string ManifestName = "manifest.json";
    private const string LockName = ".lock";

    public string ManifestPath => Path.Combine(path, ManifestName);

    public string PathOf(string name) => Path.Combine(path, name);

    /// <summary>Takes the writers' lock of this series.</summary>
    public FileStream Lock()
    {
        disk.CreateFolder(path);
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

    /// <summary>Moves the files of a new generation here, each made and flushed by the caller; the caller holds the lock.</summary>
    public IReadOnlyList<StoredColumn> Adopt(StagedBars staged, int generation)
    {
        var columns = new List<StoredColumn>();
        foreach (var name in staged.Names)
        {
            var column = Column(name, generation);
            disk.Move(staged.PathOf(name), PathOf(column.File));
            columns.Add(column);
        }

        disk.FlushFolder(path);
        return columns;
    }

    /// <summary>Writes the bars of a new generation here; the caller holds the lock.</summary>
    public IReadOnlyList<StoredColumn> Write(BarSeries bars, int generation)
    {
        var columns = new List<StoredColumn>();
        Add(ColumnNames.OpenTime, bars.Columns.OpenTime.Span);
        Add(ColumnNames.Open, bars.Columns.Open.Span);
        Add(ColumnNames.High, bars.Columns.High.Span);
        Add(ColumnNames.Low, bars.Columns.Low.Span);
        Add(ColumnNames.Close, bars.Columns.Close.Span);
        Add(ColumnNames.Volume, bars.Columns.Volume.Span);
        if (!bars.Columns.TradeCount.IsEmpty)
        {
            Add(ColumnNames.TradeCount, bars.Columns.TradeCount.Span);
        }

        if (!bars.Columns.TakerBuyVolume.IsEmpty)
        {
            Add(ColumnNames.TakerBuyVolume, bars.Columns.TakerBuyVolume.Span);
        }

        disk.FlushFolder(path);
        return columns;

        void Add<T>(string name, ReadOnlySpan<T> values)
            where T : unmanaged
        {
            const int Chunk = 1 << 17;
            var column = Column(name, generation);
            using (var writer = new ColumnWriter<T>(PathOf(column.File) + ".tmp", disk))
            {
                for (var from = 0; from < values.Length; from += Chunk)
                {
                    writer.Append(values.Slice(from, Math.Min(Chunk, values.Length - from)));
                }

                writer.Finish();
            }

            disk.Move(PathOf(column.File) + ".tmp", PathOf(column.File));
            columns.Add(column);
        }
    }

    /// <summary>Makes a manifest count, and removes what it does not name.</summary>
    public void Commit(BarManifest manifest)
    {
        disk.Replace(ManifestPath, ManifestDocument.Write(manifest));
        RemoveUnnamed(manifest);
    }

    /// <summary>Removes files that a manifest does not name; the caller holds the lock.</summary>
    public void RemoveUnnamed(BarManifest manifest)
    {
        var named = manifest.Columns.Select(c => c.File).Concat(manifest.Quarantine).Append(ManifestName).Append(LockName).ToHashSet(StringComparer.Ordinal);
        var isAny = false;
        foreach (var file in Directory.GetFiles(path))
        {
            if (!named.Contains(Path.GetFileName(file)))
            {
                disk.Delete(file);
                isAny = true;
            }
        }

        if (isAny)
        {
            disk.FlushFolder(path);
        }
    }

    /// <summary>A generation that no file here has.</summary>
    public int NextGeneration()
    {
        var highest = 0;
        foreach (var file in Directory.GetFiles(path, "*.npy*"))
        {
            var parts = Path.GetFileName(file).Split('.');
            highest = parts.Length > 2 && int.TryParse(parts[1], out var generation) ? Math.Max(highest, generation) : highest;
        }

        return checked(highest + 1);
    }

    /// <summary>Moves a small file, made and flushed by the caller, into this folder.</summary>
    public void MoveIn(string from, string name)
    {
        disk.Move(from, PathOf(name));
        disk.FlushFolder(path);
    }

    /// <summary>Bars of a range of a stored series; what is not in the range is not read.</summary>
    public StoredBars Open(BarManifest manifest, IndexRange range)
    {
        var mappings = new List<IDisposable>();
        try
        {
            return new StoredBars(new BarSeries(manifest.Symbol, manifest.TimeFrame, Columns(manifest, mappings).Slice(range)), manifest, mappings);
        }
        catch
        {
            mappings.ForEach(m => m.Dispose());
            throw;
        }
    }

    /// <summary>The first stored bar that opens at or after a time; the number of bars where there is none. Bisection.</summary>
    public int FirstAtOrAfter(BarManifest manifest, long time)
    {
        using var times = NpyFile.Map<long>(PathOf(manifest.Columns.First(c => c.Name == ColumnNames.OpenTime).File), manifest.Rows);
        var at = times.GetSpan().BinarySearch(time);
        return at < 0 ? ~at : at;
    }

    /// <summary>Opens the columns that a manifest names.</summary>
    /// <exception cref="FileNotFoundException">One is not there: a writer has just replaced it, or it is lost.</exception>
    public StoredBars Open(BarManifest manifest)
    {
        try
        {
            return Open(manifest, new IndexRange(0, manifest.Rows));
        }
        catch (ArgumentException exception)
        {
            throw new MarketDataException($"{path}: the columns are damaged: {exception.Message} Import the data again.", exception);
        }
    }

    private BarColumns Columns(BarManifest manifest, List<IDisposable> mappings) => new()
    {
        OpenTime = Map<long>(manifest, ColumnNames.OpenTime, mappings) ?? throw Damaged($"it names no column {ColumnNames.OpenTime}"),
        Open = Required(manifest, ColumnNames.Open, mappings),
        High = Required(manifest, ColumnNames.High, mappings),
        Low = Required(manifest, ColumnNames.Low, mappings),
        Close = Required(manifest, ColumnNames.Close, mappings),
        Volume = Required(manifest, ColumnNames.Volume, mappings),
        TradeCount = Map<double>(manifest, ColumnNames.TradeCount, mappings) ?? default,
        TakerBuyVolume = Map<double>(manifest, ColumnNames.TakerBuyVolume, mappings) ?? default,
    };

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
                var mapped = NpyFile.Map<T>(Path.Combine(path, Path.GetFileName(column.File)), manifest.Rows);
                mappings.Add(mapped);
                return mapped.Memory;
            }
        }

        return null;
    }

    private static StoredColumn Column(string name, int generation) => new(
        name, $"{name}.{generation:D6}.npy", name == ColumnNames.OpenTime ? NpyHeader.DescriptionOf<long>() : NpyHeader.DescriptionOf<double>());
}
