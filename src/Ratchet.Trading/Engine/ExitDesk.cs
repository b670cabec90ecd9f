using Ratchet.Market.Bars;
using Ratchet.Trading.Journal;
using Ratchet.Trading.Orders;
using Ratchet.Trading.Portfolio;

namespace Ratchet.Trading.Engine;

/// <summary>Leaves positions by decision: at the next price, or at once at the last one.</summary>
internal sealed class ExitDesk(EngineCore core, OrderDesk orders, CloseDesk closes)
{
    /// <summary>Places a market order for the whole position, which fills at the next price. Nothing when one works already.</summary>
    public void Leave(PositionSlot slot, AuditReason reason, OrderPurpose purpose)
    {
        if (!slot.Position.IsOpen || slot.Position.ExitOrder != 0 || Ask(slot, purpose) is not { } approved)
        {
            return;
        }

        orders.CancelEntry(slot, AuditReason.BracketDone);
        orders.Place(slot, approved);
        ref var position = ref slot.Position;
        position.ExitOrder = approved.Request.Id;
        position.ExitReason = reason;
        position.ExitEarliest = core.Earliest(slot.Symbol);
        position.ExitExpected = core.Clocks[slot.Symbol].Price;
    }

    /// <summary>Closes the whole position at the last price, now, whatever the volume of its bar was; a venue outside is sent a market order instead.</summary>
    public void CloseNow(PositionSlot slot, AuditReason reason, OrderPurpose purpose)
    {
        if (core.Options.ExternalVenue)
        {
            Leave(slot, reason, purpose);
            return;
        }

        if (!slot.Position.IsOpen || Ask(slot, purpose) is not { } approved)
        {
            return;
        }

        orders.Place(slot, approved);
        ref readonly var clock = ref core.Clocks[slot.Symbol];
        var quantity = slot.Position.Remaining;
        var price = core.Fills.Take(clock.Price, -slot.Position.Side, quantity, clock.LastBar, core.Scales[slot.Symbol]);
        var fill = new ExitFill(approved.Request.Id, quantity, price, clock.Price, Maker: false);
        closes.Fill(slot, fill, reason, core.DataTime, Math.Max(clock.Bars - 1, slot.Position.EntryBar));
        core.Book.Mark(slot.Symbol, clock.Price);
    }

    /// <summary>Fills a working exit at the open of a bar; true when the position closed.</summary>
    public bool FillAtOpen(PositionSlot slot, in Bar bar)
    {
        ref readonly var position = ref slot.Position;
        if (position.ExitOrder == 0 || bar.OpenTime < position.ExitEarliest)
        {
            return false;
        }

        var scale = core.Scales[slot.Symbol];
        var quantity = core.Fills.Granted(position.Remaining, bar, scale);
        if (quantity <= 0)
        {
            return false;
        }

        var price = core.Fills.Take(bar.Open, -position.Side, quantity, bar, scale);
        var fill = new ExitFill(position.ExitOrder, quantity, price, position.ExitExpected, Maker: false);
        return closes.Fill(slot, fill, position.ExitReason, bar.OpenTime, core.Clocks[slot.Symbol].Bars);
    }

    /// <summary>Leaves when the position's milliseconds ran out before a bar opened: its open is the first price after them.</summary>
    public void LeaveWhenRunOut(PositionSlot slot, in Bar bar)
    {
        ref var position = ref slot.Position;
        var horizon = position.Plan.HorizonMilliseconds;
        if (horizon > 0 && position.ExitOrder == 0 && bar.OpenTime - position.EntryTime >= horizon)
        {
            Leave(slot, AuditReason.TimeStop, OrderPurpose.Exit);
            position.ExitEarliest = bar.OpenTime;
        }
    }

    /// <summary>Leaves when the position's time is over, at the close of a decision bar.</summary>
    public void LeaveWhenOver(PositionSlot slot)
    {
        ref readonly var position = ref slot.Position;
        if (position.Id == 0 || position.ExitOrder != 0)
        {
            return;
        }

        ref readonly var clock = ref core.Clocks[slot.Symbol];
        var plan = position.Plan;
        if ((plan.HorizonBars > 0 && clock.Bars - position.EntryBar >= plan.HorizonBars)
            || (plan.HorizonMilliseconds > 0 && clock.LastClose - position.EntryTime >= plan.HorizonMilliseconds))
        {
            Leave(slot, AuditReason.TimeStop, OrderPurpose.Exit);
        }
    }

    private ApprovedOrder? Ask(PositionSlot slot, OrderPurpose purpose)
    {
        ref readonly var position = ref slot.Position;
        var request = new OrderRequest
        {
            Id = core.TakeOrderId(),
            Symbol = slot.Symbol,
            Strategy = slot.Strategy,
            Side = (sbyte)-position.Side,
            Purpose = purpose,
            Quantity = position.Remaining,
            ReduceOnly = true,
        };
        return orders.Approve(slot, request, core.Clocks[slot.Symbol].Price, out _);
    }
}
