using Ratchet.Market.Bars;
using Ratchet.Market.Feeds;
using Ratchet.Market.Instruments;
using Ratchet.Market.Time;

namespace Ratchet.Storage.Columns;

/// <summary>
/// Bars on disk: <c>silver/bars/SYMBOL/TIMEFRAME</c> holds clean series, <c>bronze/bars/SYMBOL/TIMEFRAME/HASH</c> the rows of each import as they
/// came. Each folder has one <c>.npy</c> file a column and a <c>manifest.json</c>. Writes are atomic and need one writer a series;
/// any number of readers, in any number of processes, need no lock.
/// </summary>
public sealed class BarStore
{
    private const int MostAttempts = 10;

    private readonly DiskSteps disk;

    /// <summary>A store in a folder, which is created by the first write.</summary>
    /// <param name="root">The folder.</param>
    public BarStore(string root)
        : this(root, null)
    {
    }

    internal BarStore(string root, ICommitObserver? observer)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(root);
        Root = Path.GetFullPath(root);
        disk = new(observer);
    }

    /// <summary>The folder.</summary>
    public string Root { get; }

    private string SilverBars => Path.Combine(Root, "silver", "bars");

    /// <summary>Opens a series; its columns are mapped.</summary>
    /// <param name="symbol">What was traded.</param>
    /// <param name="timeFrame">The length of a bar.</param>
    /// <exception cref="MarketDataException">The series is not there (the message lists what is), or it is damaged.</exception>
    public StoredBars Load(Symbol symbol, TimeFrame timeFrame)
    {
        var folder = Folder(symbol, timeFrame);
        var manifest = folder.ReadManifest() ?? throw Missing(symbol, timeFrame);
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return folder.Open(manifest);
            }
            catch (FileNotFoundException exception)
            {
                // A writer may have replaced the columns since the manifest was read; then there is a newer manifest. Writers that go back and forth
                // between two contents may bring the same one again, hence some attempts before the column counts as lost.
                var newer = folder.ReadManifest();
                if (newer is null || (newer.Generation == manifest.Generation && attempt >= MostAttempts))
                {
                    throw new MarketDataException(
                        $"{exception.FileName}: the column that {folder.ManifestPath} names is lost. Import the data again, or restore the folder from a backup.",
                        exception);
                }

                manifest = newer;
            }
        }
    }

    /// <summary>Stores a series in place of the one that is there. Its quality is measured by the calendar.</summary>
    /// <param name="bars">The bars; every price must be finite and above 0.</param>
    /// <param name="source">Where they came from, in words.</param>
    /// <param name="synthetic">Whether they were generated.</param>
    /// <param name="calendar">When the market is open; around the clock when not given.</param>
    /// <param name="alignment">What opening times are counted from.</param>
    /// <param name="repairs">What was changed before, in words; none when not given.</param>
    /// <param name="filledBars">How many of the bars were filled in by a repair; they do not count as good.</param>
    /// <returns>The new manifest.</returns>
    /// <exception cref="MarketDataException">A bar is no clean bar, or another program is writing the series.</exception>
    public BarManifest Save(
        BarSeries bars, string source, bool synthetic, TradingCalendar? calendar = null, BarAlignment alignment = BarAlignment.Utc,
        IReadOnlyList<string>? repairs = null, int filledBars = 0)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(source);
        ArgumentOutOfRangeException.ThrowIfNegative(filledBars);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(filledBars, bars.Count);
        var origin = new SeriesOrigin(source, synthetic, calendar, alignment);
        SeriesQuality.RequireClean(bars, new(bars.TimeFrame, calendar ?? TradingCalendar.AroundTheClock, alignment));
        var folder = Folder(bars.Symbol, bars.TimeFrame);
        using (folder.Lock())
        {
            return new SeriesWriter(folder, disk).Replace(bars, new(origin) { Repairs = repairs ?? [], Filled = filledBars });
        }
    }

    /// <summary>
    /// Adds bars to a series, or begins it. Idempotent on time: bars that are there already are skipped, and where nothing is new nothing is written.
    /// </summary>
    /// <param name="bars">The bars; every price must be finite and above 0.</param>
    /// <param name="source">Where they came from, in words.</param>
    /// <param name="synthetic">Whether they were generated; must agree with what is stored.</param>
    /// <param name="calendar">When the market is open, as in the stored series; that of the stored series, else around the clock, when not given.</param>
    /// <param name="alignment">What opening times are counted from; as in the stored series, else UTC, when not given.</param>
    /// <returns>The manifest of the whole series.</returns>
    /// <exception cref="MarketDataException">A bar is no clean bar or differs from the stored one of its time, the calendar or alignment is another than that of the stored bars, or another program is writing the series.</exception>
    public BarManifest Append(BarSeries bars, string source, bool synthetic, TradingCalendar? calendar = null, BarAlignment? alignment = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(source);
        var folder = Folder(bars.Symbol, bars.TimeFrame);
        using (folder.Lock())
        {
            return new SeriesWriter(folder, disk).Append(bars, new(source, synthetic, calendar, alignment));
        }
    }

    /// <summary>
    /// Imports a CSV file: reads, repairs as asked, checks, and refuses below the threshold of quality unless told to accept. Good bars go to silver, all
    /// rows as they came to bronze, and bad rows also to a quarantine file beside the silver columns. A refusal or an error writes nothing.
    /// </summary>
    /// <param name="request">What and how.</param>
    /// <param name="cancellationToken">Stops the import before it writes.</param>
    /// <exception cref="MarketDataException">The file cannot be read as bars, or contradicts what is stored.</exception>
    public ImportOutcome Import(ImportRequest request, CancellationToken cancellationToken = default)
    {
        using var import = BarImport.Prepare(request, Root, (symbol, frame) => Folder(symbol, frame).ReadManifest(), disk, cancellationToken);
        if (import.Refusal is not null)
        {
            return new(ImportStatus.Refused, import.Report, null, null, import.Facts);
        }

        cancellationToken.ThrowIfCancellationRequested();
        var folder = Folder(import.Symbol, import.TimeFrame);
        using (folder.Lock())
        {
            var bronze = Path.Combine(Root, "bronze", "bars", import.Symbol.FolderName, import.TimeFrame.ToString());
            var (manifest, quarantine) = new SeriesWriter(folder, disk).Import(
                import, () => BronzeFolder.Keep(bronze, import.Pass.BronzePath, request.Path, import.Pass.BronzeRows, import.SourceFacts, disk));
            return new(ImportStatus.Accepted, import.Report, manifest, quarantine, import.Facts);
        }
    }

    /// <summary>The catalogue: the manifests of every series, sorted by symbol and time frame.</summary>
    /// <exception cref="MarketDataException">A manifest is damaged.</exception>
    public IReadOnlyList<BarManifest> List()
    {
        if (!Directory.Exists(SilverBars))
        {
            return [];
        }

        var manifests = new List<BarManifest>();
        foreach (var symbol in Directory.GetDirectories(SilverBars))
        {
            foreach (var frame in Directory.GetDirectories(symbol))
            {
                if (new SeriesFolder(frame, disk).ReadManifest() is { } manifest)
                {
                    manifests.Add(manifest);
                }
            }
        }

        return [.. manifests.OrderBy(m => m.Symbol.Name, StringComparer.Ordinal).ThenBy(m => m.TimeFrame)];
    }

    /// <summary>Reads every byte of a series and compares it with the manifest's content hash.</summary>
    /// <param name="symbol">What was traded.</param>
    /// <param name="timeFrame">The length of a bar.</param>
    /// <returns>The manifest that was found true.</returns>
    /// <exception cref="MarketDataException">The series is not there, or its bytes are not those that were written.</exception>
    public BarManifest Verify(Symbol symbol, TimeFrame timeFrame)
    {
        using var stored = Load(symbol, timeFrame);
        var actual = BarContentHash.Compute(stored.Series);
        return actual == stored.Manifest.ContentHash
            ? stored.Manifest
            : throw new MarketDataException(
                $"{Folder(symbol, timeFrame).ManifestPath}: the columns have content hash {actual}, the manifest states {stored.Manifest.ContentHash}: " +
                "a file was changed or damaged. Import the data again, or restore the folder from a backup.");
    }

    /// <summary>The series with a content hash, verified byte by byte, or null where the store has none of that hash.</summary>
    /// <param name="contentHash">64 hexadecimal digits.</param>
    /// <exception cref="MarketDataException">The series is there, and its bytes are not those that were written.</exception>
    public BarManifest? Verify(string contentHash)
    {
        var found = List().FirstOrDefault(m => string.Equals(m.ContentHash, contentHash, StringComparison.OrdinalIgnoreCase));
        return found is null ? null : Verify(found.Symbol, found.TimeFrame);
    }

    private SeriesFolder Folder(Symbol symbol, TimeFrame timeFrame) =>
        symbol.Name.Length == 0
            ? throw new ArgumentException("The symbol is empty; write one such as BTC/USDT.", nameof(symbol))
            : new(Path.Combine(SilverBars, symbol.FolderName, timeFrame.ToString()), disk);

    private MarketDataException Missing(Symbol symbol, TimeFrame timeFrame)
    {
        var there = List();
        var list = there.Count == 0 ? "is empty" : "has " + string.Join(", ", there.Select(m => $"{m.Symbol} {m.TimeFrame}"));
        return new($"{Root}: there are no {timeFrame} bars of {symbol}; the store {list}. Import them with 'ratchet data import', or choose one that is there.");
    }
}
