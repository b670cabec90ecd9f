using System.Collections.ObjectModel;

namespace Ratchet.Search.Studies;

/// <summary>A trial to be created.</summary>
/// <param name="Parameters">Its parameters; names are distinct.</param>
public sealed record TrialDraft(IReadOnlyList<TrialParameter> Parameters)
{
    /// <summary><see cref="TrialState.Running"/> (the default) or <see cref="TrialState.Waiting"/>.</summary>
    public TrialState State { get; init; } = TrialState.Running;

    /// <summary>User attributes known from the start.</summary>
    public IReadOnlyDictionary<string, string> UserAttributes { get; init; } = ReadOnlyDictionary<string, string>.Empty;
}
