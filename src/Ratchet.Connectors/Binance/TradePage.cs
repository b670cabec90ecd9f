namespace Ratchet.Connectors.Binance;

/// <summary>One answer of trades.</summary>
/// <param name="Trades">Trades with rising numbers.</param>
/// <param name="IsFull">Whether the exchange gave as many as were asked for, so that there may be more.</param>
public sealed record TradePage(IReadOnlyList<AggregateTrade> Trades, bool IsFull);
