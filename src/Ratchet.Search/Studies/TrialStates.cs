namespace Ratchet.Search.Studies;

/// <summary>Questions about trial states.</summary>
public static class TrialStates
{
    /// <summary>Whether a trial in this state is finished and so cannot change any more.</summary>
    /// <param name="state">The state.</param>
    public static bool IsFinished(this TrialState state) => state is TrialState.Complete or TrialState.Pruned or TrialState.Fail;
}
