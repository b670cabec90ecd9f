namespace Ratchet.Lifecycle.Selection;

/// <summary>What was found of one feature.</summary>
/// <param name="Name">The feature.</param>
/// <param name="Rule">Why it stayed or went.</param>
/// <param name="FirstShare">Its share of the positive permutation importance among all features; features that tell the same divide it.</param>
/// <param name="Share">Its share after correlated features had gone; NaN for one that went with them.</param>
/// <param name="ImpurityShare">Its share of impurity importance among all features: biased towards features with many values, for comparison only.</param>
/// <param name="FoldShares">Its share in each fold, of the features left; empty for one that went before.</param>
/// <param name="ChosenFolds">In how many folds the fold's own ranking would have chosen it.</param>
/// <param name="Twin">The more important feature that it is correlated with; null where there is none above the limit.</param>
/// <param name="Correlation">The correlation with it; NaN where there is none.</param>
public sealed record FeatureVerdict(
    string Name,
    SelectionRule Rule,
    double FirstShare,
    double Share,
    double ImpurityShare,
    IReadOnlyList<double> FoldShares,
    int ChosenFolds,
    string? Twin,
    double Correlation)
{
    /// <summary>Whether it stays.</summary>
    public bool Kept => Rule is SelectionRule.Share or SelectionRule.Minimum;
}
