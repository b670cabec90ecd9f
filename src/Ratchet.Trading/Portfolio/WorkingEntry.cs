using Ratchet.Trading.Journal;
using Ratchet.Trading.Orders;
using Ratchet.Trading.Profiles;

namespace Ratchet.Trading.Portfolio;

/// <summary>An approved entry order that is not filled in full. There is none while the identity is 0.</summary>
internal struct WorkingEntry
{
    public long Id;
    public sbyte Side;
    public OrderKind Kind;
    public bool Triggered;
    public decimal Quantity;
    public decimal Filled;
    public decimal FilledValue;
    public decimal MaximumValue;
    public double LimitPrice;
    public double StopPrice;
    public double Expected;
    public double StopDistance;
    public double Distance;
    public double Confidence;
    public long Earliest;
    public long ExpiresAt;
    public ExitPlan Plan;
    public string Profile;
    public string Regime;
    public long Decision;

    /// <summary>Why a venue outside was asked to cancel it; it stays until the venue confirms, for it can still fill.</summary>
    public AuditReason CancelReason;

    public readonly bool Works => Id != 0;

    public readonly decimal Rest => Quantity - Filled;

    /// <summary>The value that the rest can have: what was approved, less what was filled.</summary>
    public readonly decimal RestValue => MaximumValue > 0 ? MaximumValue - FilledValue : decimal.MaxValue;
}
