using Ratchet.Market.Books;
using Ratchet.Market.Feeds;
using Ratchet.Market.Instruments;
using Ratchet.Market.Ticks;
using Ratchet.Market.Time;
using Ratchet.Numerics.Windows;
using Ratchet.Storage.Columns;

namespace Ratchet.Storage.Ticks;

/// <summary>
/// Ticks on disk: <c>silver/ticks/SYMBOL/KIND</c> holds a series: a folder for each UTC day (options: month; values: year) with one <c>.npy</c> file a
/// column, and a <c>manifest.json</c>. Writes are atomic for each series and need one writer a series; any number of readers, in any number of processes, need no lock.
/// </summary>
public sealed class TickStore
{
    private const int MostAttempts = 10;
    private const long NanosecondsPerMillisecond = 1_000_000;

    private readonly DiskSteps disk;

    /// <summary>A store in a folder, which is created by the first write.</summary>
    /// <param name="root">The folder; the store of bars may be the same.</param>
    public TickStore(string root)
        : this(root, null)
    {
    }

    internal TickStore(string root, ICommitObserver? observer)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(root);
        Root = Path.GetFullPath(root);
        disk = new(observer);
    }

    /// <summary>The folder.</summary>
    public string Root { get; }

    private string Silver => Path.Combine(Root, "silver", "ticks");

    /// <summary>
    /// Imports a file of trades, quotes, books, order events, option quotes or other numbers: checks its rows and refuses it below the threshold of quality unless told to
    /// accept. Good rows are stored, bad ones kept in a quarantine file beside them. A refusal or an error writes nothing. Rows that are stored already are not stored
    /// again; a file with several kinds of rows makes a series of each, committed one after the other. Bars of the file are not looked at.
    /// </summary>
    /// <param name="request">What and how.</param>
    /// <param name="cancellationToken">Stops the import before it writes.</param>
    /// <returns>An outcome for each kind of rows.</returns>
    /// <exception cref="MarketDataException">The file cannot be read, or it contradicts or overlaps what is stored.</exception>
    public IReadOnlyList<TickImportOutcome> Import(TickImportRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        using var import = TickImport.Prepare(request, Root, disk, cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
        var isRefused = import.Kinds.Any(k => import.Refusal(k) is not null);
        return [.. import.Kinds.Select(k => isRefused ? Outcome(import, k) : Write(import, k))];
    }

    /// <summary>Opens the trades of a range of time.</summary>
    /// <param name="symbol">What was traded.</param>
    /// <param name="range">The range; where it lies in one UTC day, the columns are mapped, else joined in memory.</param>
    /// <exception cref="MarketDataException">The series is not there (the message lists what is), or it is damaged.</exception>
    public StoredTicks<TradeSeries> OpenTrades(Symbol symbol, TimeRange range) => Open(symbol, TickKind.Trades, range, p => p.Trades!);

    /// <summary>Opens the quotes of a range of time; see <see cref="OpenTrades"/>.</summary>
    /// <param name="symbol">What was traded.</param>
    /// <param name="range">The range.</param>
    /// <exception cref="MarketDataException">The series is not there, or it is damaged.</exception>
    public StoredTicks<QuoteSeries> OpenQuotes(Symbol symbol, TimeRange range) => Open(symbol, TickKind.Quotes, range, p => p.Quotes!);

    /// <summary>Opens the book of a range of time; see <see cref="OpenTrades"/>.</summary>
    /// <param name="symbol">What was traded.</param>
    /// <param name="range">The range.</param>
    /// <exception cref="MarketDataException">The series is not there, or it is damaged.</exception>
    public StoredTicks<BookSeries> OpenBook(Symbol symbol, TimeRange range) => Open(symbol, TickKind.Book, range, p => p.Book!);

    /// <summary>Opens the order events of a range of time; see <see cref="OpenTrades"/>.</summary>
    /// <param name="symbol">What was traded.</param>
    /// <param name="range">The range.</param>
    /// <exception cref="MarketDataException">The series is not there, or it is damaged.</exception>
    public StoredTicks<OrderEventSeries> OpenOrders(Symbol symbol, TimeRange range) => Open(symbol, TickKind.Orders, range, p => p.Orders!);

    /// <summary>Opens the option quotes of a range of time; numbers of one month are mapped, names and dates are read into memory.</summary>
    /// <param name="symbol">The underlying.</param>
    /// <param name="range">The range.</param>
    /// <exception cref="MarketDataException">The series is not there, or it is damaged.</exception>
    public StoredTicks<OptionQuoteSeries> OpenOptions(Symbol symbol, TimeRange range) => Open(symbol, TickKind.Options, range, p => p.Options!);

    /// <summary>Opens the other numbers of a range of time; those of one year are mapped.</summary>
    /// <param name="symbol">What they belong to.</param>
    /// <param name="range">The range.</param>
    /// <exception cref="MarketDataException">The series is not there, or it is damaged.</exception>
    public StoredTicks<ValueSeries> OpenValues(Symbol symbol, TimeRange range) => Open(symbol, TickKind.Values, range, p => p.Values!);

    /// <summary>Gives the rows of a range partition by partition, each mapped while it is looked at, so that memory does not grow with the range.</summary>
    /// <param name="symbol">What was traded.</param>
    /// <param name="kind">What the rows are.</param>
    /// <param name="range">The range.</param>
    /// <exception cref="MarketDataException">The series is not there, or it is damaged.</exception>
    public IEnumerable<SourcePart> Read(Symbol symbol, TickKind kind, TimeRange range)
    {
        var (first, last) = Nanoseconds(range);
        foreach (var name in Required(symbol, kind).Partitions.Where(p => p.FirstTime <= last && first <= p.LastTime).Select(p => p.Name))
        {
            using var stored = Open(symbol, kind, range, p => p, name);
            yield return stored.Series;
        }
    }

    /// <summary>The catalogue: the manifests of every series, sorted by symbol and kind.</summary>
    /// <exception cref="MarketDataException">A manifest is damaged.</exception>
    public IReadOnlyList<TickManifest> List() =>
    [
        .. (Directory.Exists(Silver) ? Directory.GetDirectories(Silver) : []).SelectMany(Directory.GetDirectories)
            .Select(f => new TickFolder(f, disk).ReadManifest()).OfType<TickManifest>()
            .OrderBy(m => m.Symbol.Name, StringComparer.Ordinal).ThenBy(m => m.Kind),
    ];

    /// <summary>Reads every byte of a series and compares it with the manifest's hashes.</summary>
    /// <param name="symbol">What was traded.</param>
    /// <param name="kind">What the rows are.</param>
    /// <returns>The manifest that was found true.</returns>
    /// <exception cref="MarketDataException">The series is not there, or its bytes are not those that were written.</exception>
    public TickManifest Verify(Symbol symbol, TickKind kind)
    {
        var folder = Folder(symbol, kind);
        return Retry(symbol, kind, manifest =>
        {
            foreach (var partition in manifest.Partitions)
            {
                using var mapped = folder.Map(TickLayout.Of(manifest), partition);
                Require(folder.PathOf(partition.Folder), Sound(folder, () => TickContentHash.OfStored(mapped)), partition.Hash);
            }

            Require(folder.ManifestPath, TickContentHash.OfSeries(manifest.Symbol, manifest.Kind, manifest.Partitions), manifest.ContentHash);
            return manifest;
        });

        static void Require(string path, string actual, string stated)
        {
            if (actual != stated)
            {
                throw new MarketDataException(
                    $"{path}: the columns have content hash {actual}, the manifest states {stated}: a file was changed or damaged. " +
                    "Import the data again with --replace, or restore the folder from a backup.");
            }
        }
    }

    private static (long First, long Last) Nanoseconds(TimeRange range)
    {
        const long Most = long.MaxValue / NanosecondsPerMillisecond;
        return (
            range.From <= -Most ? long.MinValue : Math.Min(range.From, Most) * NanosecondsPerMillisecond,
            range.To > Most ? long.MaxValue : (Math.Max(range.To, -Most) * NanosecondsPerMillisecond) - 1);
    }

    private static T Sound<T>(TickFolder folder, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception exception) when (exception is ArgumentException or OverflowException)
        {
            throw new MarketDataException(
                $"{folder.ManifestPath}: the columns are damaged: {exception.Message} Import the data again with --replace, or restore the folder from a backup.", exception);
        }
    }

    private static TickImportOutcome Outcome(TickImport import, StagedTicks staged) => new()
    {
        Status = ImportStatus.Refused,
        Symbol = import.Symbol,
        Kind = staged.Kind,
        Rows = staged.Rows,
        GoodRows = staged.GoodRows,
        FirstTime = staged.GoodRows == 0 ? null : staged.FirstTime,
        LastTime = staged.GoodRows == 0 ? null : staged.LastTime,
        Defects = staged.Quarantine.Defects,
        Refusal = import.Refusal(staged),
    };

    private TickImportOutcome Write(TickImport import, StagedTicks staged)
    {
        var folder = Folder(import.Symbol, staged.Kind);
        using (folder.Lock())
        {
            var (manifest, added, quarantine) = new TickSeriesWriter(folder, disk).Write(
                import.Symbol, import.Part, staged, Path.GetFileName(import.Request.Path), import.SourceHash, import.Request.Replace);
            return Outcome(import, staged) with
            {
                Status = ImportStatus.Accepted,
                NewRows = added,
                Manifest = manifest,
                QuarantinePath = quarantine is null ? null : folder.PathOf(quarantine),
            };
        }
    }

    private StoredTicks<T> Open<T>(Symbol symbol, TickKind kind, TimeRange range, Func<SourcePart, T> pick, string? only = null)
    {
        var folder = Folder(symbol, kind);
        var (first, last) = Nanoseconds(range);
        return Retry(symbol, kind, manifest =>
        {
            var layout = TickLayout.Of(manifest);
            var mapped = new List<MappedPartition>();
            try
            {
                var parts = new List<(MappedPartition, IndexRange)>();
                foreach (var partition in manifest.Partitions.Where(p => only is null ? p.FirstTime <= last && first <= p.LastTime : p.Name == only))
                {
                    mapped.Add(folder.Map(layout, partition));
                    parts.Add((mapped[^1], mapped[^1].Between(first, last)));
                }

                return new StoredTicks<T>(pick(Sound(folder, () => TickParts.Build(layout, parts))), manifest, mapped);
            }
            catch
            {
                mapped.ForEach(m => m.Dispose());
                throw;
            }
        });
    }

    /// <summary>Reads by a manifest, and by a newer one where a writer has just replaced what the first one names.</summary>
    private T Retry<T>(Symbol symbol, TickKind kind, Func<TickManifest, T> read)
    {
        var manifest = Required(symbol, kind);
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return read(manifest);
            }
            catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
            {
                var newer = Required(symbol, kind);
                if (attempt >= MostAttempts || newer.Partitions.Select(p => p.Folder).SequenceEqual(manifest.Partitions.Select(p => p.Folder)))
                {
                    throw new MarketDataException(
                        $"{Folder(symbol, kind).ManifestPath}: a column that it names is lost: {exception.Message} Import the data again with --replace, or restore the folder from a backup.",
                        exception);
                }

                manifest = newer;
            }
        }
    }

    private TickFolder Folder(Symbol symbol, TickKind kind) =>
        symbol.Name.Length == 0
            ? throw new ArgumentException("The symbol is empty; write one such as BTC/USDT.", nameof(symbol))
            : new(Path.Combine(Silver, symbol.FolderName, TickNames.Of(kind)), disk);

    private TickManifest Required(Symbol symbol, TickKind kind)
    {
        if (Folder(symbol, kind).ReadManifest() is { } manifest)
        {
            return manifest;
        }

        var there = List();
        var list = there.Count == 0 ? "has none" : "has " + string.Join(", ", there.Select(m => $"{m.Symbol} {TickNames.Of(m.Kind)}"));
        throw new MarketDataException($"{Root}: there are no {TickNames.Rows(kind)} of {symbol}; the store {list}. Import them with 'ratchet data import', or choose some that are there.");
    }
}
