using Ratchet.Search.Spaces;

namespace Ratchet.Lifecycle.Experiments;

/// <summary>One of the best configurations of a search, looked at twice.</summary>
/// <param name="TrialNumber">Its number in the study; -1 for the fixed defaults.</param>
/// <param name="Parameters">The values that the search proposed; null for the fixed defaults.</param>
/// <param name="Configuration">What they stand for.</param>
/// <param name="SearchValue">Its value at full resource in the search: in-sample, because it was chosen by it. NaN for the fixed defaults.</param>
/// <param name="Second">The second look, on more folds.</param>
public sealed record Candidate(
    int TrialNumber,
    ParameterSet? Parameters,
    TrialConfiguration Configuration,
    double SearchValue,
    Reevaluation Second);
