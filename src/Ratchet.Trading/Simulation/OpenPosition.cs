using System.Runtime.CompilerServices;
using Ratchet.Validation.Metrics;

namespace Ratchet.Trading.Simulation;

/// <summary>
/// The one open position of a simulation and the money behind it. Cash is the equity without the open part's unrealised result;
/// every fill goes through <see cref="Close"/>, so that profit, fees and the mean exit price always belong together.
/// </summary>
internal struct OpenPosition
{
    public double Cash;
    public double Side;
    public int EntryIndex;
    public double EntryPrice;
    public double Quantity;
    public double Remaining;
    public double Stop;
    public ExitReason StopReason;
    public double Distance;
    public double Best;
    public int NextTarget;
    private double risk;
    private double profit;
    private double fees;
    private double exitValue;

    /// <summary>Opens at a fill price and pays the fee.</summary>
    public void Enter(int index, double side, double price, double quantity, double stopDistance, double feeRate)
    {
        var fee = quantity * price * feeRate;
        Side = side;
        EntryIndex = index;
        EntryPrice = price;
        Quantity = quantity;
        Remaining = quantity;
        Stop = price - (side * stopDistance);
        StopReason = ExitReason.StopLoss;
        Best = price;
        NextTarget = 0;
        risk = quantity * stopDistance;
        profit = -fee;
        fees = fee;
        exitValue = 0;
        Cash -= fee;
    }

    /// <summary>Closes a part at a fill price and pays the fee.</summary>
    public void Close(double quantity, double price, double feeRate)
    {
        var fee = quantity * price * feeRate;
        var result = (Side * (price - EntryPrice) * quantity) - fee;
        Remaining -= quantity;
        Cash += result;
        profit += result;
        fees += fee;
        exitValue += quantity * price;
    }

    /// <summary>Closes the rest and gives the record of the whole.</summary>
    public ClosedTrade CloseAll(int index, double price, double feeRate, ExitReason reason)
    {
        Close(Remaining, price, feeRate);
        Remaining = 0;
        return new(EntryIndex, index, Side > 0 ? 1 : -1, EntryPrice, Quantity > 0 ? exitValue / Quantity : price, Quantity, profit, fees, risk, reason);
    }

    /// <summary>The equity at a price.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly double Mark(double price) => Cash + (Side * (price - EntryPrice) * Remaining);
}
