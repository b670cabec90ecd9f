using Ratchet.Trading.Orders;
using Ratchet.Trading.Portfolio;

namespace Ratchet.Trading.Engine;

/// <summary>
/// The bracket of a position: one stop for all of it and up to eight targets, one cancels the other. Its orders are reduce-only and cover what the position
/// holds, also when a partly filled entry makes it grow. Prices are measured from the first fill.
/// </summary>
internal sealed class BracketDesk(EngineCore core, OrderDesk orders)
{
    /// <summary>Places stop and targets at the first fill.</summary>
    public void Place(PositionSlot slot, double fillPrice)
    {
        ref var position = ref slot.Position;
        var scale = core.Scales[slot.Symbol];
        var side = position.Side;
        position.Stop = scale.Round(fillPrice - (side * position.StopDistance), up: side < 0);
        position.TargetCount = position.Plan.TargetMultiples.Count;
        position.StopOrder = core.TakeOrderId();
        for (var i = 0; i < position.TargetCount; i++)
        {
            position.Targets[i] = scale.Round(fillPrice + (side * position.Plan.TargetMultiples[i] * position.Distance), up: side > 0);
            core.TakeOrderId();
        }

        Send(slot, position.StopOrder, OrderKind.Stop, OrderPurpose.StopLoss, position.Stop, position.Remaining);
        PlaceTargets(slot);
    }

    /// <summary>
    /// Follows an entry that filled on: places the targets whose share has become a lot. A venue outside knows its orders by their quantities, so that stop and targets
    /// are placed anew under the identities that they have: each replaces the order before it.
    /// </summary>
    public void Grow(PositionSlot slot)
    {
        ref var position = ref slot.Position;
        if (core.Options.ExternalVenue)
        {
            Send(slot, position.StopOrder, OrderKind.Stop, OrderPurpose.StopLoss, position.Stop, position.Remaining);
            position.TargetsPlaced &= (1 << position.NextTarget) - 1;
        }

        PlaceTargets(slot);
    }

    private void PlaceTargets(PositionSlot slot)
    {
        ref var position = ref slot.Position;
        for (var i = position.NextTarget; i < position.TargetCount; i++)
        {
            var quantity = position.IsPlaced(i) ? 0 : LegQuantity(position, i, core.Scales[slot.Symbol]);
            if (quantity > 0)
            {
                position.TargetsPlaced |= 1 << i;
                Send(slot, position.TargetOrder(i), OrderKind.Limit, OrderPurpose.Target, position.Targets[i], quantity);
            }
        }
    }

    /// <summary>What a target still closes: its share of the entry on whole lots, the last one all that is left by then.</summary>
    public static decimal LegQuantity(in PositionState position, int target, Venues.InstrumentScale scale)
    {
        if (target < position.TargetCount - 1)
        {
            var share = scale.Lots(position.Quantity * (decimal)position.Plan.TargetFractions[target]);
            return Math.Min(position.Remaining, target == position.NextTarget ? share - position.TargetFilled : share);
        }

        var before = 0m;
        for (var i = position.NextTarget; i < target; i++)
        {
            before += scale.Lots(position.Quantity * (decimal)position.Plan.TargetFractions[i]);
        }

        return Math.Max(0, position.Remaining - before + (position.NextTarget < target ? position.TargetFilled : 0));
    }

    private void Send(PositionSlot slot, long id, OrderKind kind, OrderPurpose purpose, double price, decimal quantity)
    {
        ref readonly var position = ref slot.Position;
        var request = new OrderRequest
        {
            Id = id,
            Symbol = slot.Symbol,
            Strategy = slot.Strategy,
            Side = (sbyte)-position.Side,
            Kind = kind,
            Purpose = purpose,
            Quantity = quantity,
            LimitPrice = kind == OrderKind.Limit ? ToMoney(price) : 0,
            StopPrice = kind == OrderKind.Stop ? ToMoney(price) : 0,
            ReduceOnly = true,
        };
        if (orders.Approve(slot, request, price, out _) is { } approved)
        {
            orders.Place(slot, approved);
        }
    }

    // A far target of a small price with a large distance may lie beyond what a decimal holds; it is never reached.
    public static decimal ToMoney(double price) => Math.Abs(price) < 1e27 ? (decimal)price : Math.Sign(price) * decimal.MaxValue;
}
