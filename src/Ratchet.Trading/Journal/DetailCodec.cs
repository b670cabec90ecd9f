using System.Runtime.CompilerServices;
using Ratchet.Trading.Orders;
using Ratchet.Trading.Portfolio;
using Ratchet.Trading.Profiles;

namespace Ratchet.Trading.Journal;

/// <summary>The records that events and audit records carry, as bytes and back.</summary>
internal static class DetailCodec
{
    /// <summary>The value of an enumeration; refuses a number that has no name.</summary>
    public static T Defined<T>(int value)
        where T : struct, Enum
    {
        // Both underlying types of the journal's enumerations are int.
        var read = Unsafe.As<int, T>(ref value);
        return Enum.IsDefined(read) ? read : throw new InvalidDataException($"A record holds {value}, which is no {typeof(T).Name}.");
    }

    public static void RequireEnd(StateReader reader, string what)
    {
        if (!reader.AtEnd)
        {
            throw new InvalidDataException($"Bytes follow the end of an {what}.");
        }
    }

    public static void Write(StateWriter writer, ExitPlan? exits)
    {
        writer.Write(exits is not null);
        if (exits is null)
        {
            return;
        }

        writer.Write(exits.StopMultiple);
        Write(writer, exits.TargetMultiples);
        Write(writer, exits.TargetFractions);
        writer.Write(exits.BreakEvenAfterTarget);
        writer.Write(exits.TrailingMultiple);
        writer.Write(exits.TrailingShare);
        writer.Write(exits.TrailingAfterTarget);
        writer.Write(exits.HorizonBars);
        writer.Write(exits.HorizonMilliseconds);
    }

    public static ExitPlan? ReadExits(ref StateReader reader) => !reader.ReadBoolean()
        ? null
        : new()
        {
            StopMultiple = reader.ReadDouble(),
            TargetMultiples = ReadNumbers(ref reader),
            TargetFractions = ReadNumbers(ref reader),
            BreakEvenAfterTarget = reader.ReadInt32(),
            TrailingMultiple = reader.ReadDouble(),
            TrailingShare = reader.ReadDouble(),
            TrailingAfterTarget = reader.ReadInt32(),
            HorizonBars = reader.ReadInt32(),
            HorizonMilliseconds = reader.ReadInt64(),
        };

    public static void Write(StateWriter writer, OrderRequest order)
    {
        writer.Write(order.Id);
        writer.Write(order.Symbol);
        writer.Write(order.Strategy);
        writer.Write(unchecked((byte)order.Side));
        writer.Write((byte)order.Kind);
        writer.Write((byte)order.Purpose);
        writer.Write(order.Quantity);
        writer.Write(order.LimitPrice);
        writer.Write(order.StopPrice);
        writer.Write(order.ReduceOnly);
        writer.Write(order.MaximumValue);
        writer.Write(order.StopDistance);
        writer.Write(order.Distance);
        Write(writer, order.Exits);
        writer.Write(order.ExpiresAt);
    }

    public static OrderRequest ReadOrder(ref StateReader reader) => new()
    {
        Id = reader.ReadInt64(),
        Symbol = reader.ReadInt32(),
        Strategy = reader.ReadInt32(),
        Side = unchecked((sbyte)reader.ReadByte()),
        Kind = Defined<OrderKind>(reader.ReadByte()),
        Purpose = Defined<OrderPurpose>(reader.ReadByte()),
        Quantity = reader.ReadDecimal(),
        LimitPrice = reader.ReadDecimal(),
        StopPrice = reader.ReadDecimal(),
        ReduceOnly = reader.ReadBoolean(),
        MaximumValue = reader.ReadDecimal(),
        StopDistance = reader.ReadDouble(),
        Distance = reader.ReadDouble(),
        Exits = ReadExits(ref reader),
        ExpiresAt = reader.ReadInt64(),
    };

    public static void Write(StateWriter writer, TradeRecord trade)
    {
        writer.Write(trade.Position);
        writer.Write(trade.Symbol);
        writer.Write(trade.Strategy);
        writer.Write(unchecked((byte)trade.Side));
        writer.Write(trade.EntryTime);
        writer.Write(trade.ExitTime);
        writer.Write(trade.EntryBar);
        writer.Write(trade.ExitBar);
        writer.Write(trade.EntryPrice);
        writer.Write(trade.ExitPrice);
        writer.Write(trade.Quantity);
        writer.Write(trade.Profit);
        writer.Write(trade.Fees);
        writer.Write(trade.Funding);
        writer.Write(trade.Risk);
        writer.Write((int)trade.Reason);
        writer.Write(trade.TargetsReached);
        writer.Write(trade.Confidence);
        writer.Write(trade.Distance);
        writer.Write(trade.Profile);
        writer.Write(trade.Regime);
        writer.Write(trade.Decision);
    }

    public static TradeRecord ReadTrade(ref StateReader reader) => new()
    {
        Position = reader.ReadInt64(),
        Symbol = reader.ReadInt32(),
        Strategy = reader.ReadInt32(),
        Side = unchecked((sbyte)reader.ReadByte()),
        EntryTime = reader.ReadInt64(),
        ExitTime = reader.ReadInt64(),
        EntryBar = reader.ReadInt64(),
        ExitBar = reader.ReadInt64(),
        EntryPrice = reader.ReadDecimal(),
        ExitPrice = reader.ReadDecimal(),
        Quantity = reader.ReadDecimal(),
        Profit = reader.ReadDecimal(),
        Fees = reader.ReadDecimal(),
        Funding = reader.ReadDecimal(),
        Risk = reader.ReadDecimal(),
        Reason = Defined<AuditReason>(reader.ReadInt32()),
        TargetsReached = reader.ReadInt32(),
        Confidence = reader.ReadDouble(),
        Distance = reader.ReadDouble(),
        Profile = reader.ReadText()!,
        Regime = reader.ReadText()!,
        Decision = reader.ReadInt64(),
    };

    private static void Write(StateWriter writer, IReadOnlyList<double> numbers)
    {
        writer.Write(numbers.Count);
        for (var i = 0; i < numbers.Count; i++)
        {
            writer.Write(numbers[i]);
        }
    }

    private static double[] ReadNumbers(ref StateReader reader)
    {
        var count = reader.ReadInt32();
        if (count is < 0 or > 1024)
        {
            throw new InvalidDataException($"A record holds a list of {count} numbers; it must have from 0 to 1024.");
        }

        var numbers = new double[count];
        for (var i = 0; i < count; i++)
        {
            numbers[i] = reader.ReadDouble();
        }

        return numbers;
    }
}
