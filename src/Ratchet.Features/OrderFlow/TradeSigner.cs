using Ratchet.Market.Ticks;

namespace Ratchet.Features.OrderFlow;

/// <summary>
/// Finds the aggressor of trades whose source does not name it, by a <see cref="SideRule"/>. A trade is compared with the last quote whose time is
/// strictly before its own, whatever the order in which the two arrive; quotes of the trade's own time may be its effect. Lee and Ready's lag of five
/// seconds answered reporting delays of 1988 and is not used. Not safe for several threads.
/// </summary>
/// <param name="rule">The rule.</param>
public sealed class TradeSigner(SideRule rule)
{
    private Quote latest = new(long.MinValue, double.NaN, double.NaN, double.NaN, double.NaN);
    private Quote earlier = new(long.MinValue, double.NaN, double.NaN, double.NaN, double.NaN);
    private double lastPrice = double.NaN;
    private AggressorSide lastTick;

    /// <summary>Takes a quote.</summary>
    /// <param name="quote">The quote; times never fall.</param>
    public void Update(in Quote quote)
    {
        if (quote.Time > latest.Time)
        {
            earlier = latest;
        }

        latest = quote;
    }

    /// <summary>Takes a trade.</summary>
    /// <param name="trade">The trade; times never fall.</param>
    /// <returns>Its aggressor; Unknown where the rule cannot tell.</returns>
    public AggressorSide SideOf(in Trade trade)
    {
        lastTick = trade.Price > lastPrice ? AggressorSide.Buy : trade.Price < lastPrice ? AggressorSide.Sell : lastTick;
        lastPrice = trade.Price;
        if (trade.Side != AggressorSide.Unknown || rule == SideRule.Source)
        {
            return trade.Side;
        }

        if (rule == SideRule.LeeReady)
        {
            var mid = latest.Time < trade.Time ? latest.Mid : earlier.Mid;
            if (trade.Price > mid)
            {
                return AggressorSide.Buy;
            }

            if (trade.Price < mid)
            {
                return AggressorSide.Sell;
            }
        }

        return lastTick;
    }

    /// <summary>Forgets everything.</summary>
    public void Reset()
    {
        latest = new(long.MinValue, double.NaN, double.NaN, double.NaN, double.NaN);
        earlier = latest;
        lastPrice = double.NaN;
        lastTick = AggressorSide.Unknown;
    }
}
