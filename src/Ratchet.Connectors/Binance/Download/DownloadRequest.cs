using Ratchet.Market.Instruments;
using Ratchet.Market.Time;

namespace Ratchet.Connectors.Binance.Download;

/// <summary>What is to be downloaded.</summary>
/// <param name="Symbol">What is traded.</param>
/// <param name="TimeFrame">The length of a bar.</param>
/// <param name="Range">Where opening times lie; an end that is open, or not reached yet, is the exchange's present.</param>
/// <param name="Verify">Whether bars that are stored are asked for too and compared.</param>
public sealed record DownloadRequest(Symbol Symbol, TimeFrame TimeFrame, TimeRange Range, bool Verify = false);
