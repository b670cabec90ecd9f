namespace Ratchet.Adaptation.Selection;

/// <summary>How a choice came about. Values are stored: none changes its number.</summary>
public enum ChoiceReason
{
    /// <summary>By the policy.</summary>
    Policy = 0,

    /// <summary>The selector is disabled: the default profile.</summary>
    Disabled = 1,

    /// <summary>The regime is ILLIQUID or UNKNOWN: no new position, or the defensive profile at reduced size.</summary>
    UnsafeRegime = 2,

    /// <summary>Costs are too large a share of every allowed profile's stop: no new position.</summary>
    CostsTooHigh = 3,

    /// <summary>No profile is allowed in the regime: no new position.</summary>
    NoProfile = 4,
}
