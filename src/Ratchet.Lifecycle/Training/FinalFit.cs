using Ratchet.Learning.Forests;
using Ratchet.Learning.Learners;
using Ratchet.Lifecycle.Datasets;
using Ratchet.Lifecycle.Experiments;
using Ratchet.Numerics.Randomness;
using Ratchet.Strategies.Ensemble;

namespace Ratchet.Lifecycle.Training;

/// <summary>
/// A configuration fitted for good: the four forests on all given rows, the meta layer on the rows' out-of-fold predictions by the folds of a study. What opens the
/// sealed part and what is traded afterwards are made here, so that the one judges the other.
/// </summary>
internal static class FinalFit
{
    public static (RandomForest[] Forests, MetaLayer Layer, TrainingTargets Targets) Run(
        Dataset dataset,
        int[] rows,
        int[] heldOut,
        TrialConfiguration configuration,
        ValidationSettings validation,
        ulong seed,
        int threads,
        CancellationToken cancellationToken)
    {
        var key = StreamKey.FromSeed(seed).Derive("hold-out");
        var trial = new WarmTrial(dataset, rows, configuration, validation, validation.Folds, key);
        var forests = new RandomForest[EnsembleOptions.Roles.Count];
        WorkQueue.Run(
            trial.Pieces + forests.Length,
            threads,
            piece =>
            {
                if (piece < trial.Pieces)
                {
                    trial.Grow(piece, 1, 1, cancellationToken);
                    return;
                }

                var role = (EnsembleRole)(piece - trial.Pieces);
                forests[(int)role] = Forest(dataset, configuration, trial.Targets, role, rows, heldOut, key.Derive("final"), cancellationToken);
            },
            cancellationToken);
        trial.Reach(1, 1);
        return (forests, MetaLayer.Learn(trial.Predictions(), dataset.Context, trial.Targets.Meta, rows, configuration.Ensemble.Meta), trial.Targets);
    }

    /// <summary>One whole forest on given rows.</summary>
    public static RandomForest Forest(
        Dataset dataset,
        TrialConfiguration configuration,
        TrainingTargets targets,
        EnsembleRole role,
        int[] rows,
        int[] heldOut,
        StreamKey key,
        CancellationToken cancellationToken)
    {
        var options = configuration.Ensemble[role];
        var view = new TrainingView(rows, targets[role], default);
        return FoldForest.Grow(dataset, options, configuration.Imbalance, view, heldOut, key.Derive((int)role), 0, options.Trees, cancellationToken);
    }
}
