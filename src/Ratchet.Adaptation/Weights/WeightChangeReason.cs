namespace Ratchet.Adaptation.Weights;

/// <summary>Why a weight changed.</summary>
public enum WeightChangeReason
{
    /// <summary>It moved towards its target and reached it.</summary>
    Reached,

    /// <summary>It moved towards its target by the largest step.</summary>
    Stepped,

    /// <summary>A person set it back to its base.</summary>
    Reset,

    /// <summary>New bounds do not hold it.</summary>
    Bounds,
}
