using Ratchet.Market.Bars;
using Ratchet.Trading.Engine;
using Ratchet.Trading.Journal;
using Ratchet.Trading.Profiles;
using Ratchet.Trading.Venues;

namespace Ratchet.Trading.Simulation;

/// <summary>One virtual position of quantity 1 / stop distance, so that its profit is its result in multiples of the risk. The rules are those of <see cref="SignalBacktest"/>.</summary>
internal struct ShadowPosition
{
    private const byte Waiting = 0;
    private const byte Open = 1;

    private ExitPlan plan;
    private long tag;
    private long openedTime;
    private long entryTime;
    private double distance;
    private double entryPrice;
    private double remaining;
    private double stop;
    private double best;
    private double profit;
    private int bars;
    private int reached;
    private sbyte side;
    private byte state;
    private AuditReason stopReason;

    public ShadowPosition(int side, double distance, ExitPlan plan, long tag, long time)
    {
        this.side = (sbyte)side;
        this.distance = distance;
        this.plan = plan;
        this.tag = tag;
        openedTime = time;
        stopReason = AuditReason.StopLoss;
    }

    public ShadowPosition(ref StateReader reader)
    {
        tag = reader.ReadInt64();
        openedTime = reader.ReadInt64();
        entryTime = reader.ReadInt64();
        distance = reader.ReadDouble();
        entryPrice = reader.ReadDouble();
        remaining = reader.ReadDouble();
        stop = reader.ReadDouble();
        best = reader.ReadDouble();
        profit = reader.ReadDouble();
        bars = reader.ReadInt32();
        reached = reader.ReadInt32();
        side = (sbyte)reader.ReadByte();
        state = reader.ReadByte();
        stopReason = (AuditReason)reader.ReadInt32();
        plan = PlanState.Read(ref reader);
        if (side is not (1 or -1) || state > Open || reached < 0 || reached > plan.TargetMultiples.Count || !(distance > 0))
        {
            throw new InvalidDataException($"A virtual position has side {side}, state {state}, distance {distance} and {reached} of {plan.TargetMultiples.Count} targets.");
        }
    }

    /// <summary>Plays a bar; true when the position ended in it.</summary>
    public bool Play(int symbol, in Bar bar, VenueOptions venue, out ShadowOutcome outcome)
    {
        if (state == Waiting)
        {
            Enter(bar, venue);
        }
        else
        {
            bars++;
            if (IsTimeUp(bar.OpenTime))
            {
                return Leave(symbol, bar.OpenTime, Slipped(bar.Open, bar, venue), venue.TakerFee, AuditReason.TimeStop, out outcome);
            }
        }

        if (side > 0 ? bar.Low <= stop : bar.High >= stop)
        {
            var trigger = side > 0 ? Math.Min(bar.Open, stop) : Math.Max(bar.Open, stop);
            return Leave(symbol, bar.OpenTime, Slipped(trigger, bar, venue), venue.TakerFee, stopReason, out outcome);
        }

        if (TargetsDone(symbol, bar, venue, out outcome))
        {
            return true;
        }

        MoveStop(bar);
        return false;
    }

    /// <summary>Closes at a bar's close; false when it was never entered.</summary>
    public bool End(int symbol, in Bar bar, VenueOptions venue, out ShadowOutcome outcome)
    {
        outcome = default;
        return state == Open && Leave(symbol, bar.OpenTime, Slipped(bar.Close, bar, venue), venue.TakerFee, AuditReason.EndOfData, out outcome);
    }

    public readonly void Write(StateWriter writer)
    {
        writer.Write(tag);
        writer.Write(openedTime);
        writer.Write(entryTime);
        writer.Write(distance);
        writer.Write(entryPrice);
        writer.Write(remaining);
        writer.Write(stop);
        writer.Write(best);
        writer.Write(profit);
        writer.Write(bars);
        writer.Write(reached);
        writer.Write((byte)side);
        writer.Write(state);
        writer.Write((int)stopReason);
        PlanState.Write(writer, plan);
    }

    private readonly double Quantity => 1 / (plan.StopMultiple * distance);

    private readonly bool IsTimeUp(long openTime) =>
        (plan.HorizonBars > 0 && bars >= plan.HorizonBars) || (plan.HorizonMilliseconds > 0 && openTime - entryTime >= plan.HorizonMilliseconds);

    // Exits slip against the position. The part of the volume model that grows with an order's size is 0 for a position without a size.
    private readonly double Slipped(double price, in Bar bar, VenueOptions venue) => price - (side * Slip(price, bar, venue));

    private static double Slip(double price, in Bar bar, VenueOptions venue) =>
        (price * venue.SlippageBps * 1e-4) + (venue.Slippage == SlippageModel.Volatility ? venue.SlippageFactor * (bar.High - bar.Low) : 0);

    private void Enter(in Bar bar, VenueOptions venue)
    {
        state = Open;
        entryTime = bar.OpenTime;
        entryPrice = bar.Open + (side * Slip(bar.Open, bar, venue));
        remaining = Quantity;
        stop = entryPrice - (side * plan.StopMultiple * distance);
        best = entryPrice;
        profit = -remaining * entryPrice * venue.TakerFee;
    }

    private void Close(double quantity, double price, double fee)
    {
        profit += (side * (price - entryPrice) * quantity) - (quantity * price * fee);
        remaining -= quantity;
    }

    private bool Leave(int symbol, long time, double price, double fee, AuditReason reason, out ShadowOutcome outcome)
    {
        Close(remaining, price, fee);
        outcome = new(tag, symbol, side, entryTime, time, bars, profit, reason);
        return true;
    }

    private bool TargetsDone(int symbol, in Bar bar, VenueOptions venue, out ShadowOutcome outcome)
    {
        outcome = default;
        var targets = plan.TargetMultiples;
        while (reached < targets.Count)
        {
            var target = entryPrice + (side * targets[reached] * distance);
            if (side > 0 ? bar.High < target : bar.Low > target)
            {
                return false;
            }

            var price = side > 0 ? Math.Max(bar.Open, target) : Math.Min(bar.Open, target);
            if (reached == targets.Count - 1)
            {
                reached++;
                return Leave(symbol, bar.OpenTime, price, venue.MakerFeeInEffect, AuditReason.Target, out outcome);
            }

            Close(Quantity * plan.TargetFractions[reached], price, venue.MakerFeeInEffect);
            reached++;
        }

        return false;
    }

    private void MoveStop(in Bar bar)
    {
        best = side > 0 ? Math.Max(best, bar.High) : Math.Min(best, bar.Low);
        if (plan.BreakEvenAfterTarget > 0 && reached >= plan.BreakEvenAfterTarget)
        {
            RaiseStop(entryPrice, AuditReason.BreakEven);
        }

        if (reached < plan.TrailingAfterTarget)
        {
            return;
        }

        if (plan.TrailingMultiple > 0)
        {
            RaiseStop(best - (side * plan.TrailingMultiple * distance), AuditReason.TrailingStop);
        }
        else if (plan.TrailingShare > 0)
        {
            RaiseStop(best * (1 - (side * plan.TrailingShare)), AuditReason.TrailingStop);
        }
    }

    private void RaiseStop(double price, AuditReason reason)
    {
        if (side * (price - stop) > 0)
        {
            stop = price;
            stopReason = reason;
        }
    }
}
