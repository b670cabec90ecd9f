namespace Ratchet.Lifecycle.Experiments;

/// <summary>Which parameters a study varies.</summary>
public enum SearchScope
{
    /// <summary>Labels, the four forests and trading together, ranked by the composite score of out-of-fold trading.</summary>
    Joint,

    /// <summary>First each forest by itself, ranked by its out-of-fold log loss or R2, then trading with the best forests.</summary>
    PerModel,
}
