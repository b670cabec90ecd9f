namespace Ratchet.Strategies.Ensemble;

/// <summary>
/// Meta layers cross-fitted by fold: each fold's rows are scored by a layer (weights and calibration both) that was fitted on the
/// other folds' rows, purged from it. No row is scored by a layer that saw it.
/// </summary>
public static class CrossFit
{
    /// <summary>Writes the signals of all test rows.</summary>
    /// <param name="predictions">Out-of-fold predictions of the four models.</param>
    /// <param name="context">Side and regime.</param>
    /// <param name="targets">Outcomes of the labelled rows.</param>
    /// <param name="folds">Training rows (purged, all labelled) and test rows of each fold.</param>
    /// <param name="options">The layer's options.</param>
    /// <returns>Signals; silent where no fold tested a row.</returns>
    public static EnsembleSignals Run(
        BasePredictions predictions,
        MetaContext context,
        MetaTargets targets,
        IReadOnlyList<(int[] TrainRows, int[] TestRows)> folds,
        MetaOptions options)
    {
        var signals = new EnsembleSignals(predictions.Count);
        foreach (var (trainRows, testRows) in folds)
        {
            MetaLayer.Learn(predictions, context, targets, trainRows, options).Apply(predictions, context, testRows, signals);
        }

        return signals;
    }
}
