using Ratchet.Market.Time;

namespace Ratchet.Connectors.Binance.Download;

/// <summary>What a download did.</summary>
/// <param name="Range">The opening times that were wanted, closed at both ends.</param>
/// <param name="AlreadyStored">Bars of the range that were there before.</param>
/// <param name="Added">Bars that were added.</param>
/// <param name="Compared">Stored bars that came again and were compared.</param>
/// <param name="MissingAtExchange">Bars of the range that the exchange does not have.</param>
/// <param name="Differences">Stored bars that differ from the exchange's; none was overwritten.</param>
/// <param name="Pages">Pages of bars that were received.</param>
public sealed record DownloadResult(
    TimeRange Range, long AlreadyStored, long Added, long Compared, long MissingAtExchange, IReadOnlyList<BarDifference> Differences, int Pages);
