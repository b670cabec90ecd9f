using Ratchet.Learning.Learners;
using Ratchet.Lifecycle.Datasets;
using Ratchet.Lifecycle.Training;
using Ratchet.Numerics.Randomness;
using Ratchet.Numerics.Windows;
using Ratchet.Strategies.Ensemble;
using Ratchet.Validation.Objectives;

namespace Ratchet.Lifecycle.Experiments;

/// <summary>
/// Opens the sealed part: fits the four forests on the whole development part, the meta layer on its out-of-fold predictions, and
/// trades the bars after it. The dataset given here holds all bars; its bin edges come from the development part.
/// </summary>
internal sealed class HoldOutRunner(Dataset whole, IndexRange sealedBars, StudySettings settings, IObjective objective, int threads)
{
    private readonly SignalScorer scorer = new(whole, objective);

    public SignalScorer Scorer => scorer;

    public HoldOutResult Run(TrialConfiguration configuration, CancellationToken cancellationToken)
    {
        var key = StreamKey.FromSeed(settings.Seed).Derive("hold-out");
        var development = DevelopmentRows();
        var trial = new WarmTrial(whole, development, configuration, settings.Validation, settings.Validation.Folds, key);
        var maximum = settings.Hyperband.MaximumResource;
        var predictions = new BasePredictions(whole.Bars.Count);
        var sealedRows = SealedRows();
        var roles = EnsembleOptions.Roles.Count;
        WorkQueue.Run(
            trial.Pieces + roles,
            threads,
            piece =>
            {
                if (piece < trial.Pieces)
                {
                    trial.Grow(piece, maximum, maximum, cancellationToken);
                    return;
                }

                var role = (EnsembleRole)(piece - trial.Pieces);
                var options = configuration.Ensemble[role];
                var view = new TrainingView(development, trial.Targets[role], default);
                var own = key.Derive("final").Derive((int)role);
                var forest = FoldForest.Grow(whole, options, configuration.Imbalance, view, sealedRows, own, 0, options.Trees, cancellationToken);
                var output = new double[sealedRows.Length];
                forest.Predict(whole.Matrix, sealedRows, output);
                for (var i = 0; i < output.Length; i++)
                {
                    predictions[role][sealedRows[i]] = output[i];
                }
            },
            cancellationToken);
        trial.Reach(maximum, maximum);

        var layer = MetaLayer.Learn(trial.Predictions(), whole.Context, trial.Targets.Meta, development, configuration.Ensemble.Meta);
        var signals = new EnsembleSignals(whole.Bars.Count);
        layer.Apply(predictions, whole.Context, sealedRows, signals);
        return new(
            scorer.ScoreAndKeep(signals, sealedBars, configuration.Trading),
            [.. EnsembleOptions.Roles.Select(r => ModelSkill.Of(r, predictions[r], trial.Targets[r], sealedRows))],
            sealedRows.Length);
    }

    /// <summary>Rows whose longest label ends before the sealed part begins.</summary>
    private int[] DevelopmentRows()
    {
        var last = sealedBars.Start - Math.Max(settings.Validation.Purge(whole.Bars.TimeFrame).PurgeBars, whole.LongestHorizon) - 1;
        return [.. whole.Rows.ToArray().Where(r => r < last)];
    }

    private int[] SealedRows() => [.. whole.Rows.ToArray().Where(r => r >= sealedBars.Start)];
}
