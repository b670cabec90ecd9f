using Ratchet.Learning.Forests;
using Ratchet.Learning.Learners;
using Ratchet.Learning.Resampling;
using Ratchet.Lifecycle.Datasets;
using Ratchet.Numerics.Randomness;

namespace Ratchet.Lifecycle.Training;

/// <summary>
/// Grows the trees of one model on one training part. Synthetic rows are made here and forgotten with the call: they are the same whenever they are made, so
/// that trees grown later belong to those grown before, and no one else ever sees them.
/// </summary>
internal static class FoldForest
{
    public static RandomForest Grow(
        Dataset dataset,
        ForestOptions options,
        ImbalanceOptions imbalance,
        TrainingView view,
        int[] heldOut,
        StreamKey key,
        int firstTree,
        int endTree,
        CancellationToken cancellationToken)
    {
        var learner = new ForestLearner(imbalance.Apply(options), key);
        if (imbalance.Handling != ImbalanceHandling.Smote || options.Task != ForestTask.Classification)
        {
            return learner.Grow(dataset.Matrix, view, firstTree, endTree, 1, cancellationToken);
        }

        var augmented = AugmentedTraining.Build(dataset.Matrix, dataset.LearnedColumns, view, imbalance.Smote, key.Derive("smote"), 1, cancellationToken);
        augmented.RequireApartFrom(heldOut);
        return learner.Grow(augmented.Matrix, augmented.View, firstTree, endTree, 1, cancellationToken);
    }
}
