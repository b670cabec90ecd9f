using Ratchet.Connectors.Binance.Download;
using Ratchet.Market.Bars;
using Ratchet.Market.Instruments;
using Ratchet.Market.Time;
using Ratchet.Storage.Columns;

namespace Ratchet.Hosting.Composition;

/// <summary>One series of the store as the place where downloaded bars go. What it held when it was opened stays readable until it is closed.</summary>
public sealed class StoredBarArchive : IBarArchive, IDisposable
{
    private readonly BarStore store;
    private readonly string source;
    private readonly StoredBars? opened;

    /// <summary>Opens the series, which need not be there yet.</summary>
    /// <param name="store">The store.</param>
    /// <param name="symbol">What is traded.</param>
    /// <param name="timeFrame">The length of a bar.</param>
    /// <param name="source">Where the bars come from, in words; kept in the manifest.</param>
    /// <exception cref="Market.Feeds.MarketDataException">The stored series is damaged.</exception>
    public StoredBarArchive(BarStore store, Symbol symbol, TimeFrame timeFrame, string source)
    {
        this.store = store;
        this.source = source;
        Manifest = store.List().FirstOrDefault(m => m.Symbol == symbol && m.TimeFrame == timeFrame);
        opened = Manifest is null ? null : store.Load(symbol, timeFrame);
    }

    /// <summary>The manifest as of now, or null where nothing is stored yet.</summary>
    public BarManifest? Manifest { get; private set; }

    /// <inheritdoc/>
    public BarSeries? Stored => opened?.Series;

    /// <inheritdoc/>
    /// <exception cref="Market.Feeds.MarketDataException">The stored bars are synthetic, or another program has stored different bars meanwhile.</exception>
    public void Append(BarSeries bars) => Manifest = store.Append(bars, source, synthetic: false);

    /// <summary>Releases what was opened.</summary>
    public void Dispose() => opened?.Dispose();
}
