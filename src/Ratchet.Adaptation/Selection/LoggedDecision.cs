namespace Ratchet.Adaptation.Selection;

/// <summary>A decision with everything that is known of it.</summary>
public sealed record LoggedDecision
{
    /// <summary>What it saw and did.</summary>
    public required DecisionContext Context { get; init; }

    /// <summary>The probability of every profile.</summary>
    public required IReadOnlyList<double> Probabilities { get; init; }

    /// <summary>The estimates that were seen.</summary>
    public required IReadOnlyList<double> Values { get; init; }

    /// <summary>The reward of the real choice; null while it is not known.</summary>
    public DecisionReward? Reward { get; init; }

    /// <summary>The rewards of simulated choices, in the order they came.</summary>
    public IReadOnlyList<DecisionReward> Simulated { get; init; } = [];
}
