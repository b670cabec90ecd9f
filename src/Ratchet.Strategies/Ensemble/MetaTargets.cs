namespace Ratchet.Strategies.Ensemble;

/// <summary>What the meta layer learns from, one element a bar.</summary>
/// <param name="Profit">Net outcome in R of following the signal; NaN where unlabelled.</param>
/// <param name="Exit">1 where holding lost, 0 where it did not; NaN where unlabelled.</param>
/// <param name="LabelEnd">The bar after the last one that the row's labels looked at.</param>
/// <param name="Weight">Sample weight, the average uniqueness of the label.</param>
public sealed record MetaTargets(
    ReadOnlyMemory<double> Profit,
    ReadOnlyMemory<double> Exit,
    ReadOnlyMemory<int> LabelEnd,
    ReadOnlyMemory<double> Weight);
