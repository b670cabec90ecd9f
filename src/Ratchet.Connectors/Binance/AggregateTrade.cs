using Ratchet.Market.Ticks;

namespace Ratchet.Connectors.Binance;

/// <summary>What one order took at one price, as one trade.</summary>
/// <param name="Id">The exchange's number, which rises by one from trade to trade of a symbol.</param>
/// <param name="Trade">The trade.</param>
public readonly record struct AggregateTrade(long Id, Trade Trade)
{
    /// <summary>Whether the number stands for no trade: the exchange keeps numbers of withdrawn trades with price and size 0.</summary>
    public bool IsVoid => Trade.Size == 0;
}
