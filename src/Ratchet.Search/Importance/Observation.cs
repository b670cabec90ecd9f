using Ratchet.Search.Spaces;

namespace Ratchet.Search.Importance;

/// <summary>A configuration and what it achieved.</summary>
/// <param name="Parameters">The configuration.</param>
/// <param name="Value">Its value, larger is better; all observations at the same resource.</param>
public readonly record struct Observation(ParameterSet Parameters, double Value);
