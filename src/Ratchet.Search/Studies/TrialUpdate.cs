using System.Collections.ObjectModel;

namespace Ratchet.Search.Studies;

/// <summary>What is new about a trial that is not finished; written as a whole or not at all.</summary>
/// <param name="Number">The trial's number.</param>
public sealed record TrialUpdate(int Number)
{
    /// <summary>Intermediate values by step; a step that is already there is overwritten.</summary>
    public IReadOnlyDictionary<int, double> IntermediateValues { get; init; } = ReadOnlyDictionary<int, double>.Empty;

    /// <summary>User attributes; one that is already there is overwritten.</summary>
    public IReadOnlyDictionary<string, string> UserAttributes { get; init; } = ReadOnlyDictionary<string, string>.Empty;

    /// <summary>The state that the trial enters, or null if it stays what it is. A finished state is final.</summary>
    public TrialState? State { get; init; }

    /// <summary>Final values, one an objective; empty or of the study's number of objectives. Never NaN. Needed for <see cref="TrialState.Complete"/>.</summary>
    public IReadOnlyList<double> Values { get; init; } = [];
}
