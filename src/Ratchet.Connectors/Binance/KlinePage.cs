using Ratchet.Market.Bars;

namespace Ratchet.Connectors.Binance;

/// <summary>One answer of bars.</summary>
/// <param name="Bars">Complete bars, rising.</param>
/// <param name="Unfinished">The bar at the end that was not final yet by the exchange's time, or null. It is not among the bars.</param>
/// <param name="IsFull">Whether the exchange gave as many rows as were asked for, so that there may be more.</param>
public sealed record KlinePage(IReadOnlyList<Bar> Bars, Bar? Unfinished, bool IsFull);
