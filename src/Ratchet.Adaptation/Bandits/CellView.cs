namespace Ratchet.Adaptation.Bandits;

/// <summary>One cell as people and files see it.</summary>
/// <param name="Value">Q: the cell's own value, not shrunk.</param>
/// <param name="Estimate">What the policy uses: Q shrunk towards the shared levels.</param>
/// <param name="Real">How many rewards of real choices it learned from.</param>
/// <param name="RealMean">Their mean; 0 where there is none.</param>
/// <param name="Shadow">How many rewards of simulated choices it learned from.</param>
/// <param name="ShadowMean">Their mean; 0 where there is none.</param>
/// <param name="Variance">The variance of all of them, with the prior's.</param>
/// <param name="Updated">When it last learned, in milliseconds since 1970-01-01 UTC; null before the first.</param>
/// <param name="Breaks">How often its memory was shortened.</param>
public readonly record struct CellView(
    double Value, double Estimate, long Real, double RealMean, long Shadow, double ShadowMean, double Variance, long? Updated, int Breaks);
