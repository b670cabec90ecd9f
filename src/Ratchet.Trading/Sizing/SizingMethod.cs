namespace Ratchet.Trading.Sizing;

/// <summary>How the size of an entry is found. The least of it and of every risk limit is traded.</summary>
public enum SizingMethod
{
    /// <summary>The size at which the first stop loses a fixed share of equity.</summary>
    FixedFraction,

    /// <summary>The size at which a move of one signal distance is a fixed share of equity.</summary>
    VolatilityTarget,

    /// <summary>A capped share of the Kelly fraction of the confidence and the plan's reward to risk.</summary>
    CappedKelly,
}
