using Ratchet.Trading.Events;
using Ratchet.Trading.Journal;
using Ratchet.Trading.Orders;
using Ratchet.Trading.Portfolio;
using Ratchet.Trading.Profiles;
using Ratchet.Trading.Sizing;

namespace Ratchet.Trading.Engine;

/// <summary>Makes an entry order from a signal that nothing speaks against: size, prices, the gate, the book.</summary>
internal sealed class EntryDesk(EngineCore core, OrderDesk orders)
{
    public void Ask(PositionSlot slot, StrategyRules rules, in Signal signal, Advice advice, ExitPlan plan, double equity)
    {
        var scale = core.Scales[slot.Symbol];
        var close = core.Clocks[slot.Symbol].Price;
        var (limit, stop, price) = EntryRules.Prices(rules, signal.Side, close, signal.Distance, scale);
        var stopDistance = plan.StopMultiple * signal.Distance;
        var wanted = price is > 0 and <= EventChecks.HighestPrice
            ? PositionSizing.Quantity(
                core.Options.Sizing, equity, price, stopDistance, signal.Distance, signal.Confidence, signal.Size, advice.Multiplier, EntryRules.RewardToRisk(plan))
            : 0;
        var quantity = scale.Lots(wanted);
        if (scale.TooSmall(quantity, price))
        {
            TooSmall(slot, signal, wanted);
            return;
        }

        var request = new OrderRequest
        {
            Id = core.TakeOrderId(),
            Symbol = slot.Symbol,
            Strategy = slot.Strategy,
            Side = signal.Side,
            Kind = rules.EntryKind,
            Purpose = OrderPurpose.Entry,
            Quantity = quantity,
            LimitPrice = (decimal)limit,
            StopPrice = (decimal)stop,
            StopDistance = stopDistance,
            Distance = signal.Distance,
            Exits = plan,
            ExpiresAt = rules.EntryKind == OrderKind.Market || rules.EntryExpiryBars == 0 ? 0 : core.Earliest(slot.Symbol) + (rules.EntryExpiryBars * core.Frames[slot.Symbol]),
        };
        var approved = orders.Approve(slot, request, price, out _);
        if (approved is null)
        {
            return;
        }

        if (scale.TooSmall(approved.Request.Quantity, price))
        {
            TooSmall(slot, signal, (double)approved.Request.Quantity);
            return;
        }

        core.Audit.Write(core.About(AuditKind.Accepted, AuditReason.None, slot) with
        {
            Order = request.Id,
            Side = signal.Side,
            Quantity = approved.Request.Quantity,
            Value = wanted,
            Limit = (double)approved.Request.Quantity,
        });
        Work(slot, approved, limit, stop, price, signal.Confidence, advice);
        orders.Place(slot, approved);
    }

    private void Work(PositionSlot slot, ApprovedOrder approved, double limit, double stop, double price, double confidence, Advice advice)
    {
        var request = approved.Request;
        slot.Entry = new()
        {
            Id = request.Id,
            Side = request.Side,
            Kind = request.Kind,
            Quantity = request.Quantity,
            MaximumValue = request.MaximumValue,
            LimitPrice = limit,
            StopPrice = stop,
            Expected = price,
            StopDistance = request.StopDistance,
            Distance = request.Distance,
            Confidence = confidence,
            Earliest = core.Earliest(slot.Symbol),
            ExpiresAt = request.ExpiresAt,
            Plan = request.Exits!,
            Profile = advice.Profile,
            Regime = advice.Regime,
            Decision = advice.Decision,
        };
    }

    private void TooSmall(PositionSlot slot, in Signal signal, double quantity) =>
        core.Audit.Write(core.About(AuditKind.Considered, AuditReason.BelowMinimum, slot) with
        {
            Side = signal.Side,
            Value = quantity,
            Limit = (double)core.Options.Instruments[slot.Symbol].MinimumQuantity,
        });
}
