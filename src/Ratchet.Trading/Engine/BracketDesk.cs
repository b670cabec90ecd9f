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
        for (var i = 0; i < position.TargetCount; i++)
        {
            var quantity = LegQuantity(position, i, scale);
            if (quantity > 0)
            {
                Send(slot, position.TargetOrder(i), OrderKind.Limit, OrderPurpose.Target, position.Targets[i], quantity);
            }
        }
    }

    /// <summary>What a target closes: its share of the entry on whole lots, the last one all that is left by then.</summary>
    public static decimal LegQuantity(in PositionState position, int target, Venues.InstrumentScale scale)
    {
        if (target < position.TargetCount - 1)
        {
            return Math.Min(position.Remaining, scale.Lots(position.Quantity * (decimal)position.Plan.TargetFractions[target]));
        }

        var before = 0m;
        for (var i = position.NextTarget; i < target; i++)
        {
            before += scale.Lots(position.Quantity * (decimal)position.Plan.TargetFractions[i]);
        }

        return Math.Max(0, position.Remaining - before);
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
    private static decimal ToMoney(double price) => Math.Abs(price) < 1e27 ? (decimal)price : Math.Sign(price) * decimal.MaxValue;
}
