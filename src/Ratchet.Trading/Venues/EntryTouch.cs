using Ratchet.Market.Bars;
using Ratchet.Trading.Orders;
using Ratchet.Trading.Portfolio;

namespace Ratchet.Trading.Venues;

/// <summary>Where a bar meets a working entry.</summary>
/// <param name="Price">At what price, before slippage.</param>
/// <param name="Maker">Whether the order waited in the book: no slippage, maker fee.</param>
/// <param name="Inside">Whether it happened inside the bar, so that what the bar did before is not known.</param>
/// <param name="Limit">A price that slippage may not go beyond; 0 for none.</param>
internal readonly record struct EntryTouch(double Price, bool Maker, bool Inside, double Limit)
{
    /// <summary>Looks at a bar; false when the bar does not fill the order. A stop-limit may become a limit by it.</summary>
    public static bool Find(ref WorkingEntry entry, in Bar bar, out EntryTouch touch)
    {
        touch = default;
        var buys = entry.Side > 0;
        var kind = entry.Triggered ? (entry.Kind == OrderKind.StopLimit ? OrderKind.Limit : OrderKind.Market) : entry.Kind;
        if (kind == OrderKind.Market)
        {
            touch = new(bar.Open, false, false, 0);
            return true;
        }

        if (kind == OrderKind.Limit)
        {
            var limit = entry.LimitPrice;
            if (buys ? bar.Low > limit : bar.High < limit)
            {
                return false;
            }

            var opened = buys ? bar.Open <= limit : bar.Open >= limit;
            touch = new(opened ? bar.Open : limit, true, !opened, 0);
            return true;
        }

        var stop = entry.StopPrice;
        if (buys ? bar.High < stop : bar.Low > stop)
        {
            return false;
        }

        entry.Triggered = true;
        var beyond = buys ? bar.Open >= stop : bar.Open <= stop;
        var price = beyond ? bar.Open : stop;
        if (kind == OrderKind.StopLimit && (buys ? price > entry.LimitPrice : price < entry.LimitPrice))
        {
            // Triggered by the open beyond its limit, it rests there for the whole bar.
            touch = new(entry.LimitPrice, true, true, 0);
            return buys ? bar.Low <= entry.LimitPrice : bar.High >= entry.LimitPrice;
        }

        touch = new(price, false, !beyond, kind == OrderKind.StopLimit ? entry.LimitPrice : 0);
        return true;
    }
}
