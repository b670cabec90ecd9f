using Ratchet.Lifecycle.Datasets;
using Ratchet.Lifecycle.Training;
using Ratchet.Numerics.Randomness;
using Ratchet.Numerics.Reductions;
using Ratchet.Numerics.Windows;
using Ratchet.Strategies.Ensemble;
using Ratchet.Validation.Objectives;

namespace Ratchet.Lifecycle.Experiments;

/// <summary>Looks at one configuration again: all its trees, more folds.</summary>
internal sealed class Reevaluator(Dataset dataset, StudySettings settings, IObjective objective, int threads)
{
    private readonly SignalScorer scorer = new(dataset, objective);

    public Reevaluation Run(TrialConfiguration configuration, CancellationToken cancellationToken)
    {
        var rows = dataset.Rows.ToArray();
        var trial = new WarmTrial(
            dataset, rows, configuration, settings.Validation, settings.Validation.ReevaluationFolds, StreamKey.FromSeed(settings.Seed).Derive("reevaluate"));
        var shares = new double[trial.Pieces][];
        var maximum = settings.Hyperband.MaximumResource;
        WorkQueue.Run(
            trial.Pieces,
            threads,
            piece => shares[piece] = trial.Grow(piece, maximum, maximum, cancellationToken).Forest!.ImpurityImportance(),
            cancellationToken);
        trial.Reach(maximum, maximum);

        var predictions = trial.Predictions();
        var signals = trial.Signals(predictions);
        var folds = trial.Folds.Select(f => scorer.Score(signals, new IndexRange(f.TestRows[0], f.TestRows[^1] + 1), configuration.Trading)).ToArray();
        var composites = folds.Select(f => f.Score.Composite).ToArray();
        var mean = LaneReduction.Mean(composites);
        var bound = mean - Math.Sqrt(LaneReduction.Variance(composites, 1) / composites.Length);
        var whole = scorer.ScoreAndKeep(signals, new IndexRange(rows[0], dataset.Bars.Count), configuration.Trading);
        return new(
            folds,
            whole,
            mean,
            bound,
            [.. EnsembleOptions.Roles.Select(r => ModelSkill.Of(r, predictions[r], trial.Targets[r], rows))],
            Shares(shares, trial.Folds.Count),
            CalibrationPoint.Of(signals.Confidence, trial.Targets.Meta.Profit, rows));
    }

    private FeatureShare[] Shares(double[][] pieces, int folds)
    {
        var names = dataset.Matrix.Names;
        var shares = new FeatureShare[names.Count];
        var byFold = new double[folds];
        for (var f = 0; f < shares.Length; f++)
        {
            Array.Clear(byFold);
            for (var piece = 0; piece < pieces.Length; piece++)
            {
                byFold[piece % folds] += pieces[piece][f] * folds / pieces.Length;
            }

            shares[f] = new(names[f], LaneReduction.Mean(byFold), Math.Sqrt(LaneReduction.Variance(byFold, 1)));
        }

        return [.. shares.OrderByDescending(s => s.Share).ThenBy(s => s.Name, StringComparer.Ordinal)];
    }
}
