using Ratchet.Market.Ticks;

namespace Ratchet.Features.OrderFlow;

/// <summary>
/// Recognises sweeps: runs of trades of one side without a longer pause than allowed, that reach either the number of trades or the number of prices.
/// A sweep counts once, at the trade that completes it; trades after it belong to it until the run ends.
/// </summary>
internal struct SweepDetector(long pause, int trades, int prices)
{
    private AggressorSide side;
    private long last;
    private double extreme;
    private int tradesSeen;
    private int pricesSeen;
    private bool counted;

    public bool Update(in Trade trade, AggressorSide aggressor)
    {
        if (aggressor == AggressorSide.Unknown)
        {
            side = AggressorSide.Unknown;
            return false;
        }

        if (aggressor != side || trade.Time - last > pause)
        {
            (side, tradesSeen, pricesSeen, extreme, counted) = (aggressor, 1, 1, trade.Price, false);
        }
        else
        {
            tradesSeen++;
            if (aggressor == AggressorSide.Buy ? trade.Price > extreme : trade.Price < extreme)
            {
                extreme = trade.Price;
                pricesSeen++;
            }
        }

        last = trade.Time;
        var completed = !counted && (tradesSeen >= trades || pricesSeen >= prices);
        counted |= completed;
        return completed;
    }
}
