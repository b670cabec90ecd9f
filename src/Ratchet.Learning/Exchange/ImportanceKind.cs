namespace Ratchet.Learning.Exchange;

/// <summary>What XGBoost calls the importance type.</summary>
public enum ImportanceKind
{
    /// <summary>How many splits use the feature.</summary>
    Weight,

    /// <summary>The mean loss change of those splits.</summary>
    Gain,

    /// <summary>The mean sum of hessians at those splits.</summary>
    Cover,

    /// <summary>The sum of their loss changes.</summary>
    TotalGain,

    /// <summary>The sum of their hessians.</summary>
    TotalCover,
}
