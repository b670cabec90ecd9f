using Ratchet.Trading.Journal;
using Ratchet.Trading.Profiles;

namespace Ratchet.Trading.Portfolio;

/// <summary>An open position and its bracket. There is none while the identity is 0. Prices that are compared are doubles, money is decimal.</summary>
internal struct PositionState
{
    public long Id;
    public sbyte Side;
    public decimal Quantity;
    public decimal Remaining;
    public decimal EntryPrice;
    public decimal EntryValue;
    public decimal ExitValue;
    public decimal Profit;
    public decimal Fees;
    public decimal Funding;
    public double EntryMark;
    public double Stop;
    public double StopDistance;
    public double Distance;
    public double Best;
    public double Liquidation;
    public double Confidence;
    public AuditReason StopReason;
    public TargetPrices Targets;
    public int TargetCount;
    public int NextTarget;
    public int TargetsPlaced;
    public decimal TargetFilled;
    public long StopOrder;
    public long ExitOrder;
    public AuditReason ExitReason;
    public long ExitEarliest;
    public double ExitExpected;
    public long EntryTime;
    public long EntryBar;
    public ExitPlan Plan;
    public string Profile;
    public string Regime;
    public long Decision;

    public readonly bool IsOpen => Id != 0;

    /// <summary>Whether the stop was triggered and its rest still works as a market order.</summary>
    public readonly bool StopWorks => ExitOrder != 0 && ExitOrder == StopOrder;

    /// <summary>Whether a target has an order: one whose share is below a lot has none.</summary>
    public readonly bool IsPlaced(int target) => (TargetsPlaced & (1 << target)) != 0;

    /// <summary>The identity of a target's order: they follow the stop's.</summary>
    public readonly long TargetOrder(int target) => StopOrder + 1 + target;
}
