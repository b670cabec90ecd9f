namespace Ratchet.Strategies.Signals;

/// <summary>What a memory's nearest setups say about a new one.</summary>
/// <param name="Neighbours">How many were asked; 0 where nothing is said.</param>
/// <param name="Successes">How many of them ended above 0.</param>
/// <param name="Share">The share of successes, drawn towards <paramref name="Prior"/>; NaN where nothing is said.</param>
/// <param name="Prior">The share over the whole memory, (successes + 1) / (setups + 2); NaN where nothing is said.</param>
/// <param name="MeanR">The mean result of the neighbours, in multiples of their risk; NaN where nothing is said.</param>
public readonly record struct PatternVerdict(int Neighbours, int Successes, double Share, double Prior, double MeanR)
{
    /// <summary>Nothing is said.</summary>
    public static PatternVerdict None { get; } = new(0, 0, double.NaN, double.NaN, double.NaN);

    /// <summary>
    /// A confidence in the light of the verdict: confidence x (1 - influence + influence x min(1, share / prior)). Where similar setups did as well as the
    /// strategy does on the whole, or better, or where nothing is said, it stays; it never rises.
    /// </summary>
    /// <param name="confidence">The confidence, in [0, 1]; NaN stays NaN.</param>
    /// <param name="influence">In [0, 1].</param>
    public double Limit(double confidence, double influence) =>
        Neighbours == 0 || !(Share < Prior) ? confidence : Math.Min(confidence, confidence * (1 - influence + (influence * (Share / Prior))));
}
