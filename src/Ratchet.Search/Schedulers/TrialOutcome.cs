using Ratchet.Search.Spaces;
using Ratchet.Search.Studies;

namespace Ratchet.Search.Schedulers;

/// <summary>What became of one trial.</summary>
/// <param name="Number">The trial's number.</param>
/// <param name="Iteration">The iteration, from 0.</param>
/// <param name="Bracket">The bracket's number s.</param>
/// <param name="Parameters">The configuration.</param>
/// <param name="State">Complete if it reached R, pruned or failed otherwise.</param>
/// <param name="Value">The value at the last rung passed; null if it failed. Comparable between complete trials only.</param>
/// <param name="Rungs">The values of the rungs passed, in order.</param>
/// <param name="LowestFidelityValue">The value at the plan's lowest resource, from a rung or from the evaluator's intermediates; null if unknown.</param>
/// <param name="DuplicateOf">The first trial with the same configuration, or null.</param>
/// <param name="Attributes">All attributes, the scheduler's and the evaluator's.</param>
/// <param name="Failure">What went wrong, or null.</param>
public sealed record TrialOutcome(
    int Number,
    int Iteration,
    int Bracket,
    ParameterSet Parameters,
    TrialState State,
    double? Value,
    IReadOnlyList<RungValue> Rungs,
    double? LowestFidelityValue,
    int? DuplicateOf,
    IReadOnlyDictionary<string, string> Attributes,
    string? Failure);
