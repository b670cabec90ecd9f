using Ratchet.Trading.Events;
using Ratchet.Trading.Journal;
using Ratchet.Trading.Orders;
using Ratchet.Trading.Portfolio;

namespace Ratchet.Trading.Engine;

/// <summary>Applies what a venue outside reports. A report is applied once, by its number; one that contradicts its order is refused.</summary>
internal sealed class ReportDesk(EngineCore core, OrderDesk orders, EntryFills entries, CloseDesk closes, ExitDesk exits)
{
    private const decimal MostRebate = 0.01m;
    private const decimal MostFee = 0.05m;

    public void Process(VenueReport report)
    {
        if (report.Number <= core.LastReport)
        {
            return;
        }

        if (!core.Options.ExternalVenue)
        {
            core.Refuse(-1, -1, AuditReason.BadReport, "ExternalVenue is false; it must be true for a venue's report to be taken.");
            return;
        }

        if (Owner(report.Order) is not { } slot)
        {
            core.Refuse(-1, -1, AuditReason.UnknownOrder, $"Order is {report.Order}; no working order has that identity.");
            return;
        }

        var rest = slot.Entry.Id == report.Order ? slot.Entry.Rest : slot.Position.Remaining;
        if (report.Quantity < 0 || report.Quantity > rest || (report.Quantity > 0 && report.Price is not (> 0 and <= 1_000_000_000_000m)))
        {
            core.Refuse(
                slot.Symbol, slot.Strategy, AuditReason.BadReport, $"Quantity is {report.Quantity} and Price {report.Price}; they must be in [0, {rest}] and (0, 1e12].");
            return;
        }

        var value = report.Quantity * (report.Quantity > 0 ? report.Price : 0);
        if (report.Fee < -MostRebate * value || report.Fee > MostFee * value)
        {
            core.Refuse(
                slot.Symbol, slot.Strategy, AuditReason.BadReport, $"Fee is {report.Fee}; it must be in [-1 %, 5 %] of the value filled, [{-MostRebate * value}, {MostFee * value}].");
            return;
        }

        core.LastReport = report.Number;
        if (slot.Entry.Id == report.Order)
        {
            OfEntry(slot, report);
        }
        else
        {
            OfExit(slot, report);
        }

        core.Book.Mark(slot.Symbol, core.Clocks[slot.Symbol].Price);
    }

    private PositionSlot? Owner(long order)
    {
        // An order that does not work has identity 0 in its place: no report is about that.
        foreach (var slot in order > 0 ? core.Book.All : [])
        {
            ref readonly var position = ref slot.Position;
            if (slot.Entry.Works && slot.Entry.Id == order)
            {
                return slot;
            }

            if (position.IsOpen && (order == position.ExitOrder || (order >= position.StopOrder && order <= position.StopOrder + position.TargetCount)))
            {
                return slot;
            }
        }

        return null;
    }

    private void OfEntry(PositionSlot slot, VenueReport report)
    {
        var (cancelled, held) = (slot.Entry.CancelReason, slot.Position.IsOpen);
        if (report.Quantity > 0)
        {
            entries.Apply(slot, report.Quantity, (double)report.Price, Account.Round(report.Fee), core.Moment.Time);
            LeaveWhenUnwanted(slot, cancelled, held);
        }

        if (!slot.Entry.Works || slot.Entry.Id != report.Order || report.State is OrderState.Working or OrderState.PartlyFilled)
        {
            return;
        }

        if (report.State == OrderState.Rejected)
        {
            Rejected(slot, report, slot.Entry.Side);
            slot.Entry = default;
            return;
        }

        if (cancelled == AuditReason.None)
        {
            var why = report.State == OrderState.Expired ? AuditReason.Expired : AuditReason.None;
            orders.Cancelled(slot, slot.Entry.Id, slot.Entry.Side, slot.Entry.Rest, why);
        }

        slot.Entry = default;
    }

    // An entry that filled while its cancel was under way has its bracket already. It is kept where only new entries were unwanted, and left where nothing was to be held.
    private void LeaveWhenUnwanted(PositionSlot slot, AuditReason cancelled, bool held)
    {
        if (cancelled == AuditReason.None)
        {
            return;
        }

        var kept = cancelled is AuditReason.Expired or AuditReason.StateReducing || (cancelled == AuditReason.BracketDone && held);
        if (!kept || core.Gate.MustFlatten)
        {
            var known = cancelled is AuditReason.KillSwitch or AuditReason.EndOfData or AuditReason.Command or AuditReason.NotListed;
            exits.Leave(slot, known ? cancelled : AuditReason.Flattened, OrderPurpose.Flatten);
        }
    }

    private void OfExit(PositionSlot slot, VenueReport report)
    {
        if (report.Quantity > 0 && Filled(slot, report))
        {
            return;
        }

        ref var position = ref slot.Position;
        if (report.State is OrderState.Working or OrderState.PartlyFilled)
        {
            return;
        }

        if (report.State == OrderState.Rejected)
        {
            Rejected(slot, report, (sbyte)-position.Side);
        }
        else if (report.State != OrderState.Filled)
        {
            orders.Cancelled(slot, report.Order, -position.Side, position.Remaining, report.State == OrderState.Expired ? AuditReason.Expired : AuditReason.None);
        }

        // A position without its stop is left, an exit that was lost is sent again, and so is what an exit did not cover because the entry filled on meanwhile.
        var reason = position.ExitOrder == report.Order ? position.ExitReason : AuditReason.StopLoss;
        if (report.Order == position.ExitOrder || report.Order == position.StopOrder)
        {
            position.ExitOrder = report.Order == position.ExitOrder ? 0 : position.ExitOrder;
            exits.Leave(slot, reason, OrderPurpose.Exit);
        }
    }

    private bool Filled(PositionSlot slot, VenueReport report)
    {
        ref var position = ref slot.Position;
        var isTarget = report.Order > position.StopOrder && report.Order <= position.StopOrder + position.TargetCount;
        var target = (int)(report.Order - position.StopOrder - 1);
        var expected = report.Order == position.StopOrder ? position.Stop : isTarget ? position.Targets[target] : position.ExitExpected;
        var reason = isTarget ? AuditReason.Target : report.Order == position.StopOrder ? position.StopReason : position.ExitReason;
        var fill = new ExitFill(report.Order, report.Quantity, (double)report.Price, expected, isTarget);
        if (closes.Fill(slot, fill, Account.Round(report.Fee), reason, core.Moment.Time, core.Clocks[slot.Symbol].Bars))
        {
            return true;
        }

        if (isTarget && report.State == OrderState.Filled && target >= position.NextTarget)
        {
            (position.NextTarget, position.TargetFilled) = (target + 1, 0);
        }
        else if (isTarget && target == position.NextTarget)
        {
            position.TargetFilled += report.Quantity;
        }

        return false;
    }

    private void Rejected(PositionSlot slot, VenueReport report, sbyte side)
    {
        core.Audit.Write(core.About(AuditKind.OrderRejected, AuditReason.RejectedOrders, slot) with
        {
            Order = report.Order,
            Position = slot.Position.Id,
            Side = side,
            Detail = report.Why,
        });
        core.Gate.Rejected(slot.Symbol, core.Moment, core.Audit);
    }
}
