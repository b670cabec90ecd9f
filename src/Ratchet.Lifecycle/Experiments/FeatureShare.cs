namespace Ratchet.Lifecycle.Experiments;

/// <summary>A feature's share of the impurity that the forests' splits took away.</summary>
/// <param name="Name">The feature.</param>
/// <param name="Share">Mean over models and folds, in [0, 1]; biased towards features with many distinct values.</param>
/// <param name="Spread">Standard deviation over folds of the mean over models.</param>
public sealed record FeatureShare(string Name, double Share, double Spread);
