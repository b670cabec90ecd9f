using Ratchet.Market.Bars;

namespace Ratchet.Connectors.Binance;

/// <summary>A bar as the exchange gives it.</summary>
/// <param name="Bar">The bar.</param>
/// <param name="CloseTime">The last millisecond of its interval.</param>
internal readonly record struct KlineRow(Bar Bar, long CloseTime);
