using Ratchet.Validation.Significance;

namespace Ratchet.Lifecycle.Adaptation;

/// <summary>What is left when profiles whose round trip costs too much of their stop are refused.</summary>
/// <param name="MedianShare">The median of a round trip's cost over a stop of one multiple.</param>
/// <param name="Left">How many entries are left.</param>
/// <param name="Selector">Mean result of the default selector on them.</param>
/// <param name="Default">Mean result of the default profile on them.</param>
public sealed record CostRuleResult(double MedianShare, int Left, ConfidenceInterval Selector, ConfidenceInterval Default);
