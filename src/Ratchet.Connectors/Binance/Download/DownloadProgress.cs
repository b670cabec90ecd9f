namespace Ratchet.Connectors.Binance.Download;

/// <summary>How far a download is.</summary>
/// <param name="Received">Bars that have come.</param>
/// <param name="Done">Bars of the range that are settled: come, or known to be missing at the exchange.</param>
/// <param name="Total">Bars that were missing at the beginning.</param>
/// <param name="BarsPerSecond">Settled bars a second since the beginning; NaN before time has passed.</param>
/// <param name="TimeLeft">What is left at this rate; null while the rate is not known.</param>
public sealed record DownloadProgress(long Received, long Done, long Total, double BarsPerSecond, TimeSpan? TimeLeft);
