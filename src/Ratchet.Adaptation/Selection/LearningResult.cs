namespace Ratchet.Adaptation.Selection;

/// <summary>What a way to learn came to, over all seeds.</summary>
/// <param name="Setup">The way.</param>
/// <param name="Checkpoints">After how many trades.</param>
/// <param name="Found">The share of contexts (symbol and regime), over all seeds, whose best profile has the largest estimate.</param>
/// <param name="Regret">Mean R lost against the oracle so far.</param>
/// <param name="StaticRegret">The same of always trading the default profile.</param>
/// <param name="Floor">Epsilon x mean gap x trades: what epsilon-greedy loses though it knows everything.</param>
/// <param name="ResultInR">Mean R a trade over the whole run.</param>
public sealed record LearningResult(
    LearningSetup Setup,
    IReadOnlyList<int> Checkpoints,
    IReadOnlyList<double> Found,
    IReadOnlyList<double> Regret,
    IReadOnlyList<double> StaticRegret,
    IReadOnlyList<double> Floor,
    double ResultInR);
