using Ratchet.Trading.Journal;

namespace Ratchet.Trading.Risk;

/// <summary>What the gate found. Shares are of equity, counts are counts; <see cref="AuditReason.None"/> when the order passed uncut.</summary>
/// <param name="Binding">The limit, breaker or state that refused the order or cut it most.</param>
/// <param name="Value">What the order would have come to, as it was asked for.</param>
/// <param name="Limit">What it was compared with.</param>
/// <param name="Quantity">The quantity that is allowed at the reviewed price; 0 when refused.</param>
public readonly record struct RiskVerdict(AuditReason Binding, double Value, double Limit, decimal Quantity);
