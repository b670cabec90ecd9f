using System.Collections.ObjectModel;

namespace Ratchet.Search.Studies;

/// <summary>A trial at one moment: an immutable copy of what the storage holds.</summary>
public sealed record Trial
{
    /// <summary>The number in its study, from 0.</summary>
    public required int Number { get; init; }

    /// <summary>Where it stands.</summary>
    public required TrialState State { get; init; }

    /// <summary>Its parameters, in the order in which they were stored.</summary>
    public IReadOnlyList<TrialParameter> Parameters { get; init; } = [];

    /// <summary>The final values, one an objective; empty while there are none. A pruned trial carries its last intermediate value.</summary>
    public IReadOnlyList<double> Values { get; init; } = [];

    /// <summary>Values reported on the way, by step, in ascending order of steps. May hold NaN and infinities.</summary>
    public IReadOnlyDictionary<int, double> IntermediateValues { get; init; } = ReadOnlyDictionary<int, double>.Empty;

    /// <summary>The user's attributes, in the ordinal order of their names. A value that another program stored as something else than a text is its JSON.</summary>
    public IReadOnlyDictionary<string, string> UserAttributes { get; init; } = ReadOnlyDictionary<string, string>.Empty;

    /// <summary>When it started; null if unknown or not started. Offset zero in what this program wrote.</summary>
    public DateTimeOffset? StartTime { get; init; }

    /// <summary>When it finished; null if it has not or if that is unknown.</summary>
    public DateTimeOffset? CompleteTime { get; init; }

    /// <summary>The final value of the first objective, or null.</summary>
    public double? Value => Values.Count == 0 ? null : Values[0];
}
