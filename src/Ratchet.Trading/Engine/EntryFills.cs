using Ratchet.Market.Bars;
using Ratchet.Trading.Journal;
using Ratchet.Trading.Portfolio;
using Ratchet.Trading.Venues;

namespace Ratchet.Trading.Engine;

/// <summary>Fills working entries on a bar and opens their positions.</summary>
internal sealed class EntryFills(EngineCore core, OrderDesk orders, BracketDesk brackets)
{
    // Differences of this share are rounding.
    private const double Rounding = 1e-9;

    /// <summary>Tries the working entry; true when something of it filled inside the bar, so that what came before is not known.</summary>
    public bool TryFill(PositionSlot slot, in Bar bar)
    {
        ref var entry = ref slot.Entry;
        if (bar.OpenTime < entry.Earliest)
        {
            return false;
        }

        if (entry.ExpiresAt > 0 && bar.OpenTime >= entry.ExpiresAt)
        {
            orders.CancelEntry(slot, AuditReason.Expired);
            return false;
        }

        if (!EntryTouch.Find(ref entry, bar, out var touch))
        {
            return false;
        }

        var scale = core.Scales[slot.Symbol];
        var granted = core.Fills.Granted(entry.Rest, bar, scale);
        if (granted <= 0)
        {
            return false;
        }

        var price = touch.Maker ? touch.Price : Taken(touch, entry.Side, granted, bar, scale);
        var money = (decimal)price;
        var quantity = WithinValue(granted, entry.RestValue, money, scale);
        var safe = slot.Position.IsOpen ? WithinRisk(quantity, slot, price, scale) : quantity;
        var reason = safe < quantity ? AuditReason.RiskPerTrade : AuditReason.ValueCut;
        quantity = safe;
        var cut = quantity < granted;
        if (quantity <= 0 || (entry.Filled == 0 && scale.TooSmall(quantity, price)))
        {
            orders.CancelEntry(slot, cut ? reason : AuditReason.BelowMinimum);
            return false;
        }

        Apply(slot, quantity, price, Account.Round(quantity * money * (touch.Maker ? core.Fills.MakerFee : core.Fills.TakerFee)), bar.OpenTime);
        if (cut)
        {
            orders.CancelEntry(slot, reason);
        }

        return touch.Inside;
    }

    /// <summary>Books a fill: the position opens or grows, the fee is paid, the bracket is placed with the first fill.</summary>
    public void Apply(PositionSlot slot, decimal quantity, double price, decimal fee, long time)
    {
        ref var entry = ref slot.Entry;
        ref var position = ref slot.Position;
        var value = quantity * (decimal)price;
        var first = !position.IsOpen;
        if (first)
        {
            Open(slot, time, price);
        }

        entry.Filled += quantity;
        entry.FilledValue += value;
        position.Quantity += quantity;
        position.Remaining += quantity;
        position.EntryValue += value;
        position.EntryPrice = first ? (decimal)price : decimal.Round(position.EntryValue / position.Quantity, 18);
        position.EntryMark = first ? price : (double)position.EntryPrice;
        position.Fees += fee;
        position.Profit -= fee;
        var rules = core.Options.Instruments[slot.Symbol];
        position.Liquidation = LiquidationRule.Trigger(position.EntryMark, position.Side, (double)rules.Leverage, (double)rules.MaintenanceMargin);
        core.Account.Add(-fee);
        var (order, side, expected) = (entry.Id, entry.Side, entry.Expected);
        core.Audit.Write(core.About(AuditKind.OrderFilled, AuditReason.None, slot) with
        {
            Order = order,
            Position = position.Id,
            Side = side,
            Quantity = quantity,
            Price = (decimal)price,
            Amount = fee,
        });
        if (entry.Rest <= 0)
        {
            entry = default;
        }

        if (first)
        {
            core.Audit.Write(core.About(AuditKind.PositionOpened, AuditReason.None, slot) with
            {
                Order = order,
                Position = position.Id,
                Side = side,
                Quantity = quantity,
                Price = (decimal)price,
            });
            brackets.Place(slot, price);
        }
        else
        {
            brackets.Grow(slot);
        }

        core.Gate.Filled(slot.Symbol, side, expected, price, core.Moment, core.Audit);
    }

    private void Open(PositionSlot slot, long time, double price)
    {
        ref readonly var entry = ref slot.Entry;
        slot.Position = new()
        {
            Id = entry.Id,
            Side = entry.Side,
            Best = price,
            StopDistance = entry.StopDistance,
            Distance = entry.Distance,
            Confidence = entry.Confidence,
            StopReason = AuditReason.StopLoss,
            EntryTime = time,
            EntryBar = core.Clocks[slot.Symbol].Bars,
            Plan = entry.Plan,
            Profile = entry.Profile,
            Regime = entry.Regime,
            Decision = entry.Decision,
        };
    }

    private double Taken(in EntryTouch touch, int side, decimal quantity, in Bar bar, InstrumentScale scale)
    {
        var price = core.Fills.Take(touch.Price, side, quantity, bar, scale);
        return touch.Limit == 0 ? price : side > 0 ? Math.Min(price, touch.Limit) : Math.Max(price, touch.Limit);
    }

    // The stop stands where the first part put it. A later part that fills further from it may not bring the loss there above what was approved; the stop was rounded by less than a tick.
    private static decimal WithinRisk(decimal quantity, PositionSlot slot, double price, InstrumentScale scale)
    {
        ref readonly var entry = ref slot.Entry;
        ref readonly var position = ref slot.Position;
        var approved = (double)entry.Quantity * (entry.StopDistance + scale.Tick);
        var taken = position.Side * (position.EntryMark - position.Stop) * (double)position.Remaining;
        var each = position.Side * (price - position.Stop);
        return each <= 0 || taken + (each * (double)quantity) <= approved * (1 + Rounding) ? quantity : Math.Min(quantity, scale.Lots((approved - taken) / each));
    }

    // The quantity whose value is not above what was approved, on the lots, and never a digit too much.
    private static decimal WithinValue(decimal quantity, decimal value, decimal price, InstrumentScale scale)
    {
        if (quantity * price <= value)
        {
            return quantity;
        }

        if (value <= 0)
        {
            return 0;
        }

        var most = scale.Lots(decimal.Round(value / price, 18, MidpointRounding.ToZero));
        return Math.Min(most, quantity);
    }
}
