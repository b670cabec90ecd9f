namespace Ratchet.Lifecycle.Experiments;

/// <summary>What a trial is worth at a rung.</summary>
/// <param name="Value">Larger is better.</param>
/// <param name="Attributes">What is stored beside the value.</param>
public sealed record TrialScore(double Value, TrialFacts Attributes);
