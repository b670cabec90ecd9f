namespace Ratchet.Adaptation.Selection;

/// <summary>A logged choice with its reward.</summary>
/// <param name="Context">The context's number, from 0.</param>
/// <param name="Action">What was chosen.</param>
/// <param name="Propensity">The probability it was chosen with, in (0, 1].</param>
/// <param name="Reward">What it earned.</param>
public readonly record struct OffPolicySample(int Context, int Action, double Propensity, double Reward);
