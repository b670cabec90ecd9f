using Ratchet.Trading.Journal;
using Ratchet.Trading.Portfolio;

namespace Ratchet.Trading.Engine;

/// <summary>Books fills that make positions smaller, and ends positions.</summary>
internal sealed class CloseDesk(EngineCore core, OrderDesk orders)
{
    /// <summary>Books a fill at the venue's fee; true when the position closed by it.</summary>
    public bool Fill(PositionSlot slot, in ExitFill fill, AuditReason reason, long time, long bar) =>
        Fill(slot, fill, Account.Round(fill.Quantity * (decimal)fill.Price * (fill.Maker ? core.Fills.MakerFee : core.Fills.TakerFee)), reason, time, bar);

    /// <summary>Books a fill at a given fee; true when the position closed by it.</summary>
    public bool Fill(PositionSlot slot, in ExitFill fill, decimal fee, AuditReason reason, long time, long bar)
    {
        // Whatever takes part of a position ends the growth of it.
        orders.CancelEntry(slot, AuditReason.BracketDone);
        ref var position = ref slot.Position;
        var price = (decimal)fill.Price;
        var result = Account.Round(position.Side * (price - position.EntryPrice) * fill.Quantity) - fee;
        position.Remaining -= fill.Quantity;
        position.ExitValue += fill.Quantity * price;
        position.Profit += result;
        position.Fees += fee;
        core.Account.Add(result);
        core.Audit.Write(core.About(AuditKind.OrderFilled, reason, slot) with
        {
            Order = fill.Order,
            Position = position.Id,
            Side = (sbyte)-position.Side,
            Quantity = fill.Quantity,
            Price = price,
            Amount = fee,
        });
        core.Gate.Filled(slot.Symbol, -position.Side, fill.Expected, fill.Price, core.Moment, core.Audit);
        if (position.Remaining > 0)
        {
            return false;
        }

        End(slot, fill.Order, reason, time, bar);
        return true;
    }

    private void End(PositionSlot slot, long order, AuditReason reason, long time, long bar)
    {
        ref var position = ref slot.Position;
        CancelLegs(slot, order);
        var last = reason == AuditReason.Target ? 1 : 0;
        var trade = new TradeRecord
        {
            Position = position.Id,
            Symbol = slot.Symbol,
            Strategy = slot.Strategy,
            Side = position.Side,
            EntryTime = position.EntryTime,
            ExitTime = time,
            EntryBar = position.EntryBar,
            ExitBar = bar,
            EntryPrice = position.EntryPrice,
            ExitPrice = decimal.Round(position.ExitValue / position.Quantity, 18),
            Quantity = position.Quantity,
            Profit = position.Profit,
            Fees = position.Fees,
            Funding = position.Funding,
            Risk = Account.Round(position.Quantity * (decimal)Math.Min(position.StopDistance, 1e15)),
            Reason = reason,
            TargetsReached = position.NextTarget + last,
            Confidence = position.Confidence,
            Distance = position.Distance,
            Profile = position.Profile,
            Regime = position.Regime,
            Decision = position.Decision,
        };
        core.Audit.Write(core.About(AuditKind.PositionClosed, reason, slot) with
        {
            Order = order,
            Position = position.Id,
            Side = position.Side,
            Quantity = trade.Quantity,
            Price = trade.ExitPrice,
            Amount = trade.Profit,
            Detail = trade,
        });
        position = default;
        core.Gate.TradeClosed(trade, core.Moment, core.Audit);
    }

    // One cancels the other: every order of the position but the one that closed it.
    private void CancelLegs(PositionSlot slot, long order)
    {
        ref readonly var position = ref slot.Position;
        if (position.StopOrder != order)
        {
            orders.Cancelled(slot, position.StopOrder, -position.Side, 0, AuditReason.BracketDone);
        }

        for (var i = position.NextTarget; i < position.TargetCount; i++)
        {
            if (position.IsPlaced(i) && position.TargetOrder(i) != order)
            {
                orders.Cancelled(slot, position.TargetOrder(i), -position.Side, 0, AuditReason.BracketDone);
            }
        }

        if (position.ExitOrder != 0 && position.ExitOrder != order && position.ExitOrder != position.StopOrder)
        {
            orders.Cancelled(slot, position.ExitOrder, -position.Side, 0, AuditReason.BracketDone);
        }
    }
}
