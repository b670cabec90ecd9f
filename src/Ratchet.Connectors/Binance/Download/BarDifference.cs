using Ratchet.Market.Bars;

namespace Ratchet.Connectors.Binance.Download;

/// <summary>A bar that is stored otherwise than the exchange gives it; the stored one stays.</summary>
/// <param name="Stored">The bar in the archive.</param>
/// <param name="Given">The exchange's bar.</param>
public readonly record struct BarDifference(Bar Stored, Bar Given);
