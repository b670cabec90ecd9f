using Ratchet.Features.Labels;
using Ratchet.Lifecycle.Datasets;
using Ratchet.Lifecycle.Training;
using Ratchet.Numerics.Randomness;
using Ratchet.Numerics.Windows;
using Ratchet.Strategies.Ensemble;
using Ratchet.Validation.Objectives;
using Ratchet.Validation.Splits;

namespace Ratchet.Lifecycle.Experiments;

/// <summary>
/// Retrains the four forests before every window on the rows before it, predicts the window, and weighs the predictions by meta layers
/// fitted on earlier windows' predictions alone. No number of it has seen the future.
/// </summary>
internal sealed class WalkForwardRunner(Dataset dataset, StudySettings settings, IObjective objective, int threads)
{
    private readonly SignalScorer scorer = new(dataset, objective);

    public WalkForwardResult Run(TrialConfiguration configuration, CancellationToken cancellationToken)
    {
        var rows = dataset.Rows.ToArray();
        var targets = new TrainingTargets(TradeLabeller.Compute(dataset.Bars, dataset.Primary, configuration.Labels));
        var validation = settings.Validation;
        var splits = new WalkForward(
            new WalkForwardOptions
            {
                Windows = validation.WalkForwardWindows,
                FirstTestShare = validation.WalkForwardStart,
                MinimumTestBars = validation.MinimumWindowBars,
                MinimumTrainingSamples = validation.MinimumTrainingSamples,
            },
            validation.Purge(dataset.Bars.TimeFrame)).Split(rows, targets.EndsOf(rows));
        var predictions = Predict(configuration, targets, splits, cancellationToken);
        var windows = splits.Select(s => s.TestRows).ToArray();
        var signals = RollingFit.Run(
            predictions, dataset.Context, targets.Meta, windows, validation.BurnInRows, configuration.Ensemble.Meta, out var firstRow);
        if (firstRow < 0)
        {
            throw new NotEnoughDataException(
                $"{dataset.Bars.Symbol} {dataset.Bars.TimeFrame}: walk-forward over {rows.Length} rows leaves no window after a burn-in of " +
                $"{validation.BurnInRows} rows; import a longer history or lower validation.burnInRows.");
        }

        var traded = windows.Where(w => w.Length > 0 && w[0] >= firstRow).ToArray();
        var tradedRows = traded.SelectMany(w => w).ToArray();
        return new(
            splits.Count,
            [.. traded.Select(w => scorer.Score(signals, new IndexRange(w[0], w[^1] + 1), configuration.Trading))],
            scorer.ScoreAndKeep(signals, new IndexRange(firstRow, traded[^1][^1] + 1), configuration.Trading),
            [.. EnsembleOptions.Roles.Select(r => ModelSkill.Of(r, predictions[r], targets[r], tradedRows))],
            CalibrationPoint.Of(signals.Confidence, targets.Meta.Profit, tradedRows));
    }

    internal BasePredictions Predict(
        TrialConfiguration configuration, TrainingTargets targets, IReadOnlyList<DataSplit> splits, CancellationToken cancellationToken)
    {
        var predictions = new BasePredictions(dataset.Bars.Count);
        var key = StreamKey.FromSeed(settings.Seed).Derive("walk-forward");
        var roles = EnsembleOptions.Roles.Count;
        WorkQueue.Run(
            splits.Count * roles,
            threads,
            piece =>
            {
                var split = splits[piece / roles];
                var role = (EnsembleRole)(piece % roles);
                var forest = FinalFit.Forest(dataset, configuration, targets, role, split.TrainRows, split.TestRows, key.Derive(split.Index), cancellationToken);
                var output = new double[split.TestRows.Length];
                forest.Predict(dataset.Matrix, split.TestRows, output);
                var column = predictions[role];
                for (var i = 0; i < output.Length; i++)
                {
                    column[split.TestRows[i]] = output[i];
                }
            },
            cancellationToken);
        return predictions;
    }
}
