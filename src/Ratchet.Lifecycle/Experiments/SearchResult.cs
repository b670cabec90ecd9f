using Ratchet.Search.Schedulers;

namespace Ratchet.Lifecycle.Experiments;

/// <summary>What a search found, before anything is looked at twice.</summary>
/// <param name="Final">The last stage: the joint search, or trading with the best forests.</param>
/// <param name="Base">What the last stage's parameters do not name.</param>
/// <param name="Models">The searches of the single forests, by name; empty for a joint search.</param>
/// <param name="Trees">Trees of all stages.</param>
/// <param name="Timeouts">How many trials ran out of time.</param>
internal sealed record SearchResult(
    HyperbandOutcome Final,
    TrialConfiguration Base,
    IReadOnlyList<ModelSearch> Models,
    TreeCount Trees,
    int Timeouts);
