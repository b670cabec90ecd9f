namespace Ratchet.Adaptation.Selection;

/// <summary>Three estimates of one policy from another one's log.</summary>
/// <param name="Samples">How many choices there were.</param>
/// <param name="Logged">The mean reward that was earned.</param>
/// <param name="InversePropensity">Mean of weight x reward; no bias while nothing is clipped, most variance.</param>
/// <param name="SelfNormalised">Sum of weight x reward over the sum of weights; little bias, less variance.</param>
/// <param name="DoublyRobust">Mean of the model's value of the policy plus weight x (reward - model); right where the propensities or the model are.</param>
/// <param name="EffectiveSamples">(Sum of weights) squared over the sum of squared weights: how many choices of the policy's own the log is worth.</param>
/// <param name="LargestWeight">Before clipping.</param>
/// <param name="Clipped">How many weights were clipped.</param>
public sealed record OffPolicyResult(
    int Samples,
    double Logged,
    OffPolicyEstimate InversePropensity,
    OffPolicyEstimate SelfNormalised,
    OffPolicyEstimate DoublyRobust,
    double EffectiveSamples,
    double LargestWeight,
    int Clipped);
