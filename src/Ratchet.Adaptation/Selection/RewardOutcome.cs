namespace Ratchet.Adaptation.Selection;

/// <summary>What became of a reward.</summary>
public enum RewardOutcome
{
    /// <summary>It was learned.</summary>
    Learned,

    /// <summary>The decision is not waiting: never made, dropped, or forgotten because too many came after it.</summary>
    UnknownDecision,

    /// <summary>This decision already has a reward of this profile.</summary>
    Repeated,

    /// <summary>The profile was not allowed in that decision, or is none.</summary>
    ForeignProfile,

    /// <summary>The result or the hours are not finite, or the hours are below 0.</summary>
    NotFinite,
}
