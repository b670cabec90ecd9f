using Ratchet.Trading.Journal;
using Ratchet.Trading.Orders;
using Ratchet.Trading.Portfolio;
using Ratchet.Trading.Profiles;

namespace Ratchet.Trading.Engine;

/// <summary>Clocks, working entries and positions as bytes, field by field in the order of their declaration.</summary>
internal static class SlotState
{
    public static void Write(StateWriter writer, in SymbolClock clock)
    {
        writer.Write(clock.Bars);
        writer.Write(clock.LastOpen);
        writer.Write(clock.LastClose);
        writer.Write(clock.LastFine);
        writer.Write(clock.CoarseUntil);
        writer.Write(clock.Price);
        var bar = clock.LastBar;
        writer.Write(bar.OpenTime);
        writer.Write(bar.Open);
        writer.Write(bar.High);
        writer.Write(bar.Low);
        writer.Write(bar.Close);
        writer.Write(bar.Volume);
    }

    public static void Read(ref StateReader reader, out SymbolClock clock)
    {
        clock = default;
        clock.Bars = reader.ReadInt64();
        clock.LastOpen = reader.ReadInt64();
        clock.LastClose = reader.ReadInt64();
        clock.LastFine = reader.ReadInt64();
        clock.CoarseUntil = reader.ReadInt64();
        clock.Price = reader.ReadDouble();
        clock.LastBar = new(reader.ReadInt64(), reader.ReadDouble(), reader.ReadDouble(), reader.ReadDouble(), reader.ReadDouble(), reader.ReadDouble());
    }

    public static void Write(StateWriter writer, PositionSlot slot)
    {
        writer.Write(slot.Advice is not null);
        if (slot.Advice is { } advice)
        {
            PlanState.Write(writer, advice);
        }

        writer.Write(slot.Entry.Works);
        if (slot.Entry.Works)
        {
            Write(writer, slot.Entry);
        }

        writer.Write(slot.Position.IsOpen);
        if (slot.Position.IsOpen)
        {
            Write(writer, slot.Position);
        }
    }

    public static void Read(ref StateReader reader, PositionSlot slot)
    {
        slot.Advice = reader.ReadBoolean() ? PlanState.ReadAdvice(ref reader) : null;
        slot.Entry = default;
        if (reader.ReadBoolean())
        {
            Read(ref reader, ref slot.Entry);
        }

        slot.Position = default;
        if (reader.ReadBoolean())
        {
            Read(ref reader, ref slot.Position);
        }
    }

    private static void Write(StateWriter writer, in WorkingEntry entry)
    {
        writer.Write(entry.Id);
        writer.Write((byte)entry.Side);
        writer.Write((int)entry.Kind);
        writer.Write(entry.Triggered);
        writer.Write(entry.Quantity);
        writer.Write(entry.Filled);
        writer.Write(entry.FilledValue);
        writer.Write(entry.MaximumValue);
        writer.Write(entry.LimitPrice);
        writer.Write(entry.StopPrice);
        writer.Write(entry.Expected);
        writer.Write(entry.StopDistance);
        writer.Write(entry.Distance);
        writer.Write(entry.Confidence);
        writer.Write(entry.Earliest);
        writer.Write(entry.ExpiresAt);
        PlanState.Write(writer, entry.Plan);
        writer.Write(entry.Profile);
        writer.Write(entry.Regime);
        writer.Write(entry.Decision);
        writer.Write((int)entry.CancelReason);
    }

    private static void Read(ref StateReader reader, ref WorkingEntry entry)
    {
        entry.Id = reader.ReadInt64();
        entry.Side = (sbyte)reader.ReadByte();
        entry.Kind = (OrderKind)reader.ReadInt32();
        entry.Triggered = reader.ReadBoolean();
        entry.Quantity = reader.ReadDecimal();
        entry.Filled = reader.ReadDecimal();
        entry.FilledValue = reader.ReadDecimal();
        entry.MaximumValue = reader.ReadDecimal();
        entry.LimitPrice = reader.ReadDouble();
        entry.StopPrice = reader.ReadDouble();
        entry.Expected = reader.ReadDouble();
        entry.StopDistance = reader.ReadDouble();
        entry.Distance = reader.ReadDouble();
        entry.Confidence = reader.ReadDouble();
        entry.Earliest = reader.ReadInt64();
        entry.ExpiresAt = reader.ReadInt64();
        entry.Plan = PlanState.Read(ref reader);
        entry.Profile = reader.ReadText() ?? string.Empty;
        entry.Regime = reader.ReadText() ?? string.Empty;
        entry.Decision = reader.ReadInt64();
        entry.CancelReason = (AuditReason)reader.ReadInt32();
    }

    private static void Write(StateWriter writer, in PositionState position)
    {
        writer.Write(position.Id);
        writer.Write((byte)position.Side);
        writer.Write(position.Quantity);
        writer.Write(position.Remaining);
        writer.Write(position.EntryPrice);
        writer.Write(position.EntryValue);
        writer.Write(position.ExitValue);
        writer.Write(position.Profit);
        writer.Write(position.Fees);
        writer.Write(position.Funding);
        writer.Write(position.EntryMark);
        writer.Write(position.Stop);
        writer.Write(position.StopDistance);
        writer.Write(position.Distance);
        writer.Write(position.Best);
        writer.Write(position.Liquidation);
        writer.Write(position.Confidence);
        writer.Write((int)position.StopReason);
        foreach (var price in position.Targets)
        {
            writer.Write(price);
        }

        writer.Write(position.TargetCount);
        writer.Write(position.NextTarget);
        writer.Write(position.TargetsPlaced);
        writer.Write(position.TargetFilled);
        writer.Write(position.StopOrder);
        writer.Write(position.ExitOrder);
        writer.Write((int)position.ExitReason);
        writer.Write(position.ExitEarliest);
        writer.Write(position.ExitExpected);
        writer.Write(position.EntryTime);
        writer.Write(position.EntryBar);
        PlanState.Write(writer, position.Plan);
        writer.Write(position.Profile);
        writer.Write(position.Regime);
        writer.Write(position.Decision);
    }

    private static void Read(ref StateReader reader, ref PositionState position)
    {
        position.Id = reader.ReadInt64();
        position.Side = (sbyte)reader.ReadByte();
        position.Quantity = reader.ReadDecimal();
        position.Remaining = reader.ReadDecimal();
        position.EntryPrice = reader.ReadDecimal();
        position.EntryValue = reader.ReadDecimal();
        position.ExitValue = reader.ReadDecimal();
        position.Profit = reader.ReadDecimal();
        position.Fees = reader.ReadDecimal();
        position.Funding = reader.ReadDecimal();
        position.EntryMark = reader.ReadDouble();
        position.Stop = reader.ReadDouble();
        position.StopDistance = reader.ReadDouble();
        position.Distance = reader.ReadDouble();
        position.Best = reader.ReadDouble();
        position.Liquidation = reader.ReadDouble();
        position.Confidence = reader.ReadDouble();
        position.StopReason = (AuditReason)reader.ReadInt32();
        for (var i = 0; i < ExitPlan.MaximumTargets; i++)
        {
            position.Targets[i] = reader.ReadDouble();
        }

        position.TargetCount = reader.ReadInt32();
        position.NextTarget = reader.ReadInt32();
        position.TargetsPlaced = reader.ReadInt32();
        position.TargetFilled = reader.ReadDecimal();
        position.StopOrder = reader.ReadInt64();
        position.ExitOrder = reader.ReadInt64();
        position.ExitReason = (AuditReason)reader.ReadInt32();
        position.ExitEarliest = reader.ReadInt64();
        position.ExitExpected = reader.ReadDouble();
        position.EntryTime = reader.ReadInt64();
        position.EntryBar = reader.ReadInt64();
        position.Plan = PlanState.Read(ref reader);
        position.Profile = reader.ReadText() ?? string.Empty;
        position.Regime = reader.ReadText() ?? string.Empty;
        position.Decision = reader.ReadInt64();
    }
}
