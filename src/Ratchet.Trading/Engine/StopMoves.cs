using Ratchet.Market.Bars;
using Ratchet.Trading.Journal;
using Ratchet.Trading.Portfolio;

namespace Ratchet.Trading.Engine;

/// <summary>Moves stops at the close of a bar that fills, so that they act from the next one on. A stop only ever comes nearer to the price.</summary>
internal sealed class StopMoves(EngineCore core)
{
    public void Move(PositionSlot slot, in Bar bar, bool inside)
    {
        ref var position = ref slot.Position;
        var side = position.Side;
        var reach = inside ? bar.Close : side > 0 ? bar.High : bar.Low;
        position.Best = side > 0 ? Math.Max(position.Best, reach) : Math.Min(position.Best, reach);
        var plan = position.Plan;
        if (position.StopWorks)
        {
            return;
        }

        if (plan.BreakEvenAfterTarget > 0 && position.NextTarget >= plan.BreakEvenAfterTarget)
        {
            Raise(slot, position.EntryMark, AuditReason.BreakEven);
        }

        if (position.NextTarget < plan.TrailingAfterTarget)
        {
            return;
        }

        if (plan.TrailingMultiple > 0)
        {
            Raise(slot, position.Best - (side * plan.TrailingMultiple * position.Distance), AuditReason.TrailingStop);
        }
        else if (plan.TrailingShare > 0)
        {
            Raise(slot, position.Best * (1 - (side * plan.TrailingShare)), AuditReason.TrailingStop);
        }
    }

    private void Raise(PositionSlot slot, double price, AuditReason reason)
    {
        ref var position = ref slot.Position;
        if (position.Side * (price - position.Stop) <= 0)
        {
            return;
        }

        var stop = core.Scales[slot.Symbol].Round(price, up: position.Side < 0);
        if (position.Side * (stop - position.Stop) <= 0)
        {
            return;
        }

        position.Stop = stop;
        position.StopReason = reason;
        core.Audit.Write(core.About(AuditKind.StopMoved, reason, slot) with
        {
            Order = position.StopOrder,
            Position = position.Id,
            Side = (sbyte)-position.Side,
            Quantity = position.Remaining,
            Price = BracketDesk.ToMoney(stop),
        });
    }
}
