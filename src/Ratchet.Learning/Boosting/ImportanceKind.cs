namespace Ratchet.Learning.Boosting;

/// <summary>How the importance of a feature is counted, as XGBoost's <c>get_score</c> names it.</summary>
public enum ImportanceKind
{
    /// <summary>The mean gain of the splits on the feature.</summary>
    Gain,

    /// <summary>The mean cover of these splits: the sum of hessians that reached them.</summary>
    Cover,

    /// <summary>How many splits use the feature; XGBoost's <c>weight</c>.</summary>
    Frequency,

    /// <summary>The sum of gains.</summary>
    TotalGain,

    /// <summary>The sum of covers.</summary>
    TotalCover,
}
