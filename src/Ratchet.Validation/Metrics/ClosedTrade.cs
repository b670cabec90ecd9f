namespace Ratchet.Validation.Metrics;

/// <summary>A position from its entry to its last exit, the record that metrics are computed from.</summary>
/// <param name="EntryIndex">The bar at which it was entered.</param>
/// <param name="ExitIndex">The bar at which the last part was closed; not before the entry.</param>
/// <param name="Side">+1 long, -1 short.</param>
/// <param name="EntryPrice">The fill price of the entry, slippage included.</param>
/// <param name="ExitPrice">The size-weighted fill price of all exits, slippage included.</param>
/// <param name="Quantity">The size at entry, in units of the base asset, above 0.</param>
/// <param name="Profit">The net result in money, fees and slippage taken off.</param>
/// <param name="Fees">What was paid in fees, in money, not below 0.</param>
/// <param name="Risk">The money at risk at entry: distance to the first stop times quantity; the result in R is Profit / Risk.</param>
/// <param name="ExitReason">Why the last part was closed.</param>
public readonly record struct ClosedTrade(
    int EntryIndex,
    int ExitIndex,
    int Side,
    double EntryPrice,
    double ExitPrice,
    double Quantity,
    double Profit,
    double Fees,
    double Risk,
    ExitReason ExitReason)
{
    /// <summary>The result in multiples of the risk; NaN when no risk was set.</summary>
    public double ResultInR => Risk > 0 ? Profit / Risk : double.NaN;
}
