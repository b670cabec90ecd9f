namespace Ratchet.Adaptation.Retirement;

/// <summary>How a strategy stands.</summary>
public enum RetirementStatus
{
    /// <summary>It trades in full.</summary>
    Active,

    /// <summary>It violates a threshold and trades smaller.</summary>
    Degraded,

    /// <summary>It is followed without money.</summary>
    Suspended,

    /// <summary>It is followed without money until a person brings it back.</summary>
    Retired,
}
