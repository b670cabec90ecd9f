namespace Ratchet.Search.Studies;

/// <summary>Where a trial stands.</summary>
public enum TrialState
{
    /// <summary>Being evaluated.</summary>
    Running,

    /// <summary>Evaluated in full.</summary>
    Complete,

    /// <summary>Stopped early because others were better.</summary>
    Pruned,

    /// <summary>Its evaluation failed.</summary>
    Fail,

    /// <summary>Enqueued, not yet started.</summary>
    Waiting,
}
