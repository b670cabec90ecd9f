namespace Ratchet.Adaptation.Selection;

/// <summary>What is done in ILLIQUID and UNKNOWN.</summary>
public enum UnsafeRegimeRule
{
    /// <summary>No new position.</summary>
    NoPosition,

    /// <summary>The defensive profile at reduced size.</summary>
    DefensiveReduced,
}
