using Ratchet.Market.Bars;

namespace Ratchet.Connectors.Binance.Download;

/// <summary>Where downloaded bars go: one series. It is also the whole memory of a download: what is in it is not asked for again.</summary>
public interface IBarArchive
{
    /// <summary>The bars as they were when the archive was opened, or null; valid until the archive is closed.</summary>
    BarSeries? Stored { get; }

    /// <summary>Adds bars durably before it returns. Bars that are there already with the same values are skipped.</summary>
    /// <param name="bars">Clean bars, rising.</param>
    void Append(BarSeries bars);
}
