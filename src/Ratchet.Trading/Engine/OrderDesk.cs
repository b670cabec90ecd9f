using Ratchet.Trading.Journal;
using Ratchet.Trading.Orders;
using Ratchet.Trading.Portfolio;
using Ratchet.Trading.Risk;

namespace Ratchet.Trading.Engine;

/// <summary>Takes every order through the risk gate, and writes what was placed and what was taken back.</summary>
internal sealed class OrderDesk(EngineCore core)
{
    /// <summary>Asks the gate. What comes back is the only thing that the other desks act on.</summary>
    public ApprovedOrder? Approve(PositionSlot slot, OrderRequest request, double price, out RiskVerdict verdict)
    {
        var book = core.Book;
        book.Value(core.Clocks, request.Side);
        var exposure = new ExposureView
        {
            Equity = core.Equity,
            Price = price,
            SymbolNet = book.SymbolNet,
            SymbolNetUnhedged = book.SymbolNetUnhedged,
            SymbolGross = book.SymbolGross,
            StrategyGross = book.StrategyGross,
            PositionQuantity = slot.Held,
            OpenPositions = book.Occupied,
        };
        return core.Gate.Review(request, exposure, core.Moment, core.Audit, out verdict);
    }

    /// <summary>Writes that an order went to the venue.</summary>
    public void Place(PositionSlot slot, ApprovedOrder order)
    {
        var request = order.Request;
        core.Audit.Write(core.About(AuditKind.OrderPlaced, AuditReason.None, slot) with
        {
            Order = request.Id,
            Position = slot.Position.Id,
            Side = request.Side,
            Quantity = request.Quantity,
            Price = request.Kind == OrderKind.Limit ? request.LimitPrice : request.StopPrice,
            Detail = request,
        });
    }

    /// <summary>Takes the working entry back, if there is one. A venue outside is asked to: the entry stays known until it confirms.</summary>
    public void CancelEntry(PositionSlot slot, AuditReason reason)
    {
        ref var entry = ref slot.Entry;
        if (!entry.Works || entry.CancelReason != AuditReason.None)
        {
            return;
        }

        Cancelled(slot, entry.Id, entry.Side, entry.Rest, reason);
        if (core.Options.ExternalVenue)
        {
            entry.CancelReason = reason;
        }
        else
        {
            entry = default;
        }
    }

    /// <summary>Writes that an order, or the rest of it, was cancelled.</summary>
    public void Cancelled(PositionSlot slot, long order, int side, decimal quantity, AuditReason reason) =>
        core.Audit.Write(core.About(AuditKind.OrderCancelled, reason, slot) with
        {
            Order = order,
            Position = slot.Position.Id,
            Side = (sbyte)side,
            Quantity = quantity,
        });
}
