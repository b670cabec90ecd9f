namespace Ratchet.Search.Spaces;

/// <summary>What a repair made of a proposed configuration.</summary>
/// <param name="Parameters">The valid configuration; the proposal itself where nothing was wrong.</param>
/// <param name="Changes">One short text a change, such as <c>min_samples_split: 2 -> 8</c>; empty where nothing was wrong.</param>
public sealed record RepairOutcome(ParameterSet Parameters, IReadOnlyList<string> Changes)
{
    /// <summary>The outcome for a proposal that needs no repair.</summary>
    /// <param name="parameters">The proposal.</param>
    public static RepairOutcome Unchanged(ParameterSet parameters) => new(parameters, []);
}
