namespace Ratchet.Lifecycle.Experiments;

/// <summary>
/// What the plainest use of cheap evaluations would have found: rank every configuration by its value at the lowest resource,
/// evaluate the best few at full resource, take the best of them.
/// </summary>
/// <param name="Evaluated">How many were evaluated in full.</param>
/// <param name="BestTrial">The best of them.</param>
/// <param name="BestValue">Its value at full resource.</param>
/// <param name="Trees">Trees that this way needs: all at the lowest resource, the few in full.</param>
/// <param name="HyperbandValue">The best value at full resource that Hyperband found.</param>
/// <param name="HyperbandTrees">Trees that Hyperband needed.</param>
public sealed record LowestFidelityBaseline(
    int Evaluated,
    int BestTrial,
    double BestValue,
    long Trees,
    double HyperbandValue,
    long HyperbandTrees);
