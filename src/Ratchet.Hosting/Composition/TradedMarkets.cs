using Ratchet.Hosting.Configuration;
using Ratchet.Market.Bars;
using Ratchet.Market.Feeds;
using Ratchet.Market.Instruments;
using Ratchet.Market.Time;
using Ratchet.Storage.Columns;

namespace Ratchet.Hosting.Composition;

/// <summary>Opens several series for the engine: of the store, or of files of every known format of bars.</summary>
public static class TradedMarkets
{
    /// <summary>Opens stored series, or the synthetic market where no pair is named.</summary>
    /// <param name="configuration">Root and time frame.</param>
    /// <param name="pairs">The symbols.</param>
    /// <exception cref="ConfigurationException">A name cannot be read, or is given twice.</exception>
    /// <exception cref="MarketDataException">A series is not stored.</exception>
    public static IReadOnlyList<TradedMarket> Open(RatchetConfiguration configuration, IReadOnlyList<string> pairs)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        ArgumentNullException.ThrowIfNull(pairs);
        return Distinct([.. (pairs.Count == 0 ? [string.Empty] : pairs).Select(pair => Of(MarketInputs.Open(Whole(configuration, pair))))]);
    }

    /// <summary>Reads files. Each is checked as an import is, and refused where an import would refuse it; nothing is stored.</summary>
    /// <param name="configuration">What is sealed.</param>
    /// <param name="files">The files.</param>
    /// <param name="symbols">Their symbols where files and names do not tell; empty, or one for each file.</param>
    /// <param name="frame">Their time frame where files and names do not tell; null where it is not given.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    /// <exception cref="MarketDataException">A file cannot be read, or is below the threshold of quality.</exception>
    /// <exception cref="ConfigurationException">Two files have the same symbol.</exception>
    public static IReadOnlyList<TradedMarket> Read(
        RatchetConfiguration configuration, IReadOnlyList<string> files, IReadOnlyList<Symbol> symbols, TimeFrame? frame, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(files);
        ArgumentNullException.ThrowIfNull(symbols);
        var markets = new List<TradedMarket>();
        for (var i = 0; i < files.Count; i++)
        {
            var request = new ImportRequest { Path = files[i], Symbol = symbols.Count == 0 ? null : symbols[i], TimeFrame = frame };
            markets.Add(Of(Read(Whole(configuration, string.Empty), request, cancellationToken)));
        }

        return Distinct(markets);
    }

    // The import knows every format, guess and check; its store is thrown away.
    private static MarketInput Read(RatchetConfiguration configuration, ImportRequest request, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("ratchet-bars-").FullName;
        try
        {
            var outcome = new BarStore(folder).Import(request, cancellationToken);
            if (!outcome.Accepted)
            {
                throw new MarketDataException(
                    $"{request.Path}: {outcome.QualityReport.BadRows:N0} of {outcome.QualityReport.Rows:N0} rows are bad, quality {outcome.QualityReport.Quality:P2}; 'ratchet data check {request.Path}' shows them. " +
                    "Mend the file, or import it with --accept and trade the stored bars with -p.");
            }

            var manifest = new BarStore(folder).List().Single();
            using var stored = new BarStore(folder).Load(manifest.Symbol, manifest.TimeFrame);
            var columns = stored.Series.Columns;
            var bars = new BarSeries(manifest.Symbol, manifest.TimeFrame, new()
            {
                OpenTime = columns.OpenTime.ToArray(),
                Open = columns.Open.ToArray(),
                High = columns.High.ToArray(),
                Low = columns.Low.ToArray(),
                Close = columns.Close.ToArray(),
                Volume = columns.Volume.ToArray(),
                TradeCount = columns.TradeCount.ToArray(),
                TakerBuyVolume = columns.TakerBuyVolume.ToArray(),
            });
            return MarketInputs.Of(configuration, bars, false, Path.GetFileName(request.Path), manifest.Quality, null);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static RatchetConfiguration Whole(RatchetConfiguration configuration, string pair) =>
        configuration with { Data = configuration.Data with { Pair = pair, Timerange = string.Empty } };

    private static TradedMarket Of(MarketInput input) => new(input.Bars, input.Split.Sealed, input.Synthetic, input.Source, input.Quality);

    private static IReadOnlyList<TradedMarket> Distinct(IReadOnlyList<TradedMarket> markets)
    {
        var twice = markets.GroupBy(m => m.Bars.Symbol).FirstOrDefault(g => g.Count() > 1);
        return twice is null
            ? markets
            : throw new ConfigurationException($"{twice.Key} is named {twice.Count()} times; each symbol may be traded once.");
    }
}
