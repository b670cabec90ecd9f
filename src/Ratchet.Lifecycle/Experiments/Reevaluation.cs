using Ratchet.Lifecycle.Training;

namespace Ratchet.Lifecycle.Experiments;

/// <summary>A second, more careful look at a configuration: all its trees, more folds, each fold traded by itself.</summary>
/// <param name="Folds">One run a fold, each starting from the initial equity.</param>
/// <param name="Whole">All folds traded in a row.</param>
/// <param name="MeanComposite">Mean of the folds' composites.</param>
/// <param name="LowerBound">Mean less one standard error over folds: what configurations are chosen by.</param>
/// <param name="Skills">Out-of-fold skill of the four models.</param>
/// <param name="Importance">Impurity importance by feature, mean over models and folds, summing to 1, with its standard deviation over folds.</param>
/// <param name="Calibration">Out-of-fold confidence against the share that paid.</param>
public sealed record Reevaluation(
    IReadOnlyList<ScoredRun> Folds,
    ScoredRun Whole,
    double MeanComposite,
    double LowerBound,
    IReadOnlyList<ModelSkill> Skills,
    IReadOnlyList<FeatureShare> Importance,
    IReadOnlyList<CalibrationPoint> Calibration);
