using Ratchet.Lifecycle.Datasets;
using Ratchet.Lifecycle.Training;
using Ratchet.Strategies.Ensemble;
using Ratchet.Validation.Objectives;
using Ratchet.Validation.Splits;

namespace Ratchet.Lifecycle.Experiments;

/// <summary>
/// Opens the sealed part: fits the four forests on the whole development part, the meta layer on its out-of-fold predictions, and
/// trades the bars after it. The dataset given here holds all bars; its bin edges come from the development part.
/// </summary>
internal sealed class HoldOutRunner(Dataset whole, HoldOut split, StudySettings settings, IObjective objective, int threads)
{
    private readonly SignalScorer scorer = new(whole, objective);

    public SignalScorer Scorer => scorer;

    public HoldOutResult Run(TrialConfiguration configuration, CancellationToken cancellationToken)
    {
        var development = EnsembleTrainer.RowsWithin(whole, split.Development, settings.Validation);
        int[] sealedRows = [.. whole.Rows.ToArray().Where(r => r >= split.Sealed.Start)];
        var (forests, layer, targets) = FinalFit.Run(
            whole, development, sealedRows, configuration, settings.Validation, settings.Seed, threads, cancellationToken);
        var predictions = new BasePredictions(whole.Bars.Count);
        WorkQueue.Run(
            forests.Length,
            threads,
            role =>
            {
                var output = new double[sealedRows.Length];
                forests[role].Predict(whole.Matrix, sealedRows, output);
                var column = predictions[(EnsembleRole)role];
                for (var i = 0; i < output.Length; i++)
                {
                    column[sealedRows[i]] = output[i];
                }
            },
            cancellationToken);
        var signals = new EnsembleSignals(whole.Bars.Count);
        layer.Apply(predictions, whole.Context, sealedRows, signals);
        return new(
            scorer.ScoreAndKeep(signals, split.Sealed, configuration.Trading),
            [.. EnsembleOptions.Roles.Select(r => ModelSkill.Of(r, predictions[r], targets[r], sealedRows))],
            sealedRows.Length);
    }
}
