using Ratchet.Market.Bars;
using Ratchet.Trading.Journal;
using Ratchet.Trading.Portfolio;
using Ratchet.Trading.Venues;

namespace Ratchet.Trading.Engine;

/// <summary>Fills brackets on a bar: liquidation, then the stop, then the targets. Each returns whether the position closed.</summary>
internal sealed class BracketFills(EngineCore core, OrderDesk orders, CloseDesk closes)
{
    /// <summary>Liquidates where the bar opens at or beyond the price of liquidation.</summary>
    public bool LiquidatedAtOpen(PositionSlot slot, in Bar bar)
    {
        ref readonly var position = ref slot.Position;
        return position.Liquidation > 0
            && (position.Side > 0 ? bar.Open <= position.Liquidation : bar.Open >= position.Liquidation)
            && Liquidate(slot, bar);
    }

    /// <summary>Liquidates where the bar reaches the price of liquidation and no stop lies before it.</summary>
    public bool LiquidatedInside(PositionSlot slot, in Bar bar)
    {
        ref readonly var position = ref slot.Position;
        if (position.Liquidation <= 0)
        {
            return false;
        }

        var isLong = position.Side > 0;
        var reached = isLong ? bar.Low <= position.Liquidation : bar.High >= position.Liquidation;
        var stopBefore = isLong ? position.Stop >= position.Liquidation : position.Stop <= position.Liquidation;
        return reached && (!stopBefore || position.ExitOrder == position.StopOrder) && Liquidate(slot, bar);
    }

    /// <summary>Fills the stop: at the open when the bar opened beyond it, else at its price.</summary>
    public bool Stopped(PositionSlot slot, in Bar bar, bool inside)
    {
        ref var position = ref slot.Position;
        var isLong = position.Side > 0;
        if (position.StopWorks || (isLong ? bar.Low > position.Stop : bar.High < position.Stop))
        {
            return false;
        }

        var trigger = inside ? position.Stop : isLong ? Math.Min(bar.Open, position.Stop) : Math.Max(bar.Open, position.Stop);
        var scale = core.Scales[slot.Symbol];
        var quantity = core.Fills.Granted(position.Remaining, bar, scale);
        if (quantity < position.Remaining)
        {
            // The rest of a triggered stop works on at the next opens. An exit that waited is replaced by it.
            if (position.ExitOrder != 0)
            {
                orders.Cancelled(slot, position.ExitOrder, -position.Side, position.Remaining, AuditReason.BracketDone);
            }

            position.ExitOrder = position.StopOrder;
            position.ExitReason = position.StopReason;
            position.ExitEarliest = bar.OpenTime;
            position.ExitExpected = position.Stop;
        }

        if (quantity <= 0)
        {
            return false;
        }

        var price = core.Fills.Take(trigger, -position.Side, quantity, bar, scale);
        var fill = new ExitFill(position.StopOrder, quantity, price, position.Stop, Maker: false);
        return closes.Fill(slot, fill, position.StopReason, bar.OpenTime, core.Clocks[slot.Symbol].Bars);
    }

    /// <summary>
    /// Fills targets: at the open when that is better than their price. In the bar of an entry that filled inside it, a target counts only when the close is at or
    /// beyond it, for the extreme may have come before the entry.
    /// </summary>
    public bool TargetsDone(PositionSlot slot, in Bar bar, bool inside)
    {
        ref var position = ref slot.Position;
        if (position.StopWorks)
        {
            return false;
        }

        var isLong = position.Side > 0;
        var scale = core.Scales[slot.Symbol];
        while (position.NextTarget < position.TargetCount)
        {
            var target = position.Targets[position.NextTarget];
            var reach = inside ? bar.Close : isLong ? bar.High : bar.Low;
            if (isLong ? reach < target : reach > target)
            {
                return false;
            }

            var last = position.NextTarget == position.TargetCount - 1;
            var wanted = last ? position.Remaining : BracketDesk.LegQuantity(position, position.NextTarget, scale) - position.TargetFilled;
            var quantity = wanted > 0 ? core.Fills.Granted(wanted, bar, scale) : 0;
            if (quantity > 0)
            {
                var price = inside ? target : isLong ? Math.Max(bar.Open, target) : Math.Min(bar.Open, target);
                var fill = new ExitFill(position.TargetOrder(position.NextTarget), quantity, price, target, Maker: true);
                if (closes.Fill(slot, fill, AuditReason.Target, bar.OpenTime, core.Clocks[slot.Symbol].Bars))
                {
                    return true;
                }

                position.TargetFilled += quantity;
            }

            if (quantity < wanted)
            {
                return false;
            }

            position.NextTarget++;
            position.TargetFilled = 0;
        }

        return false;
    }

    private bool Liquidate(PositionSlot slot, in Bar bar)
    {
        ref readonly var position = ref slot.Position;
        var price = LiquidationRule.FillPrice(position.EntryMark, position.Side, (double)core.Options.Instruments[slot.Symbol].Leverage);
        var fill = new ExitFill(position.StopOrder, position.Remaining, price, position.Liquidation, Maker: false);
        return closes.Fill(slot, fill, 0, AuditReason.Liquidation, bar.OpenTime, core.Clocks[slot.Symbol].Bars);
    }
}
