using Ratchet.Learning.Binning;
using Ratchet.Learning.Forests;
using Ratchet.Learning.Importance;
using Ratchet.Learning.Learners;
using Ratchet.Lifecycle.Training;
using Ratchet.Numerics.Randomness;
using Ratchet.Numerics.Reductions;
using Ratchet.Numerics.Scores;
using Ratchet.Validation.Splits;

namespace Ratchet.Lifecycle.Selection;

/// <summary>Chooses features anew on the training rows of each outer fold and judges the choice on its test rows.</summary>
internal static class NestedComparison
{
    public static IReadOnlyList<NestedScore> Run(SelectionTable table, SelectionOptions options, StreamKey key, int threads, CancellationToken cancellationToken)
    {
        var ends = table.Rows.Zip(table.LabelEnds).ToDictionary(p => p.First, p => p.Second);
        var outer = new PurgedKFold(options.OuterFolds, table.Purge, options.MinimumTrainingSamples).Split(table.Rows, table.LabelEnds);
        var fixedColumns = Enumerable.Range(table.Columns.Count, table.Matrix.FeatureCount - table.Columns.Count).ToArray();
        var scores = new List<NestedScore>();
        foreach (var split in outer)
        {
            var own = key.Derive(split.Index);
            var choice = FeatureChoice.Make(
                table, split.TrainRows, Array.ConvertAll(split.TrainRows, r => ends[r]), Math.Max(2, options.Folds - 1), options, own.Derive("choice"), threads, cancellationToken);
            var selected = choice.Selected;
            var part = FeatureSubset.Of(table.Matrix, [.. selected, .. fixedColumns]);
            var losses = new double[table.Targets.Count * 2];
            WorkQueue.Run(
                losses.Length,
                threads,
                piece => losses[piece] = Loss(
                    piece % 2 == 0 ? table.Matrix : part, table.Targets[piece / 2], split, options, own.Derive("judge").Derive(table.Targets[piece / 2].Name), cancellationToken),
                cancellationToken);
            for (var t = 0; t < table.Targets.Count; t++)
            {
                scores.Add(new(
                    split.Index, table.Targets[t].Name, split.TestRows.Length, selected.Length, losses[2 * t], losses[(2 * t) + 1], BaseLoss(table.Targets[t], split)));
            }
        }

        return scores;
    }

    private static double Loss(
        BinnedMatrix matrix, SelectionTarget target, DataSplit split, SelectionOptions options, StreamKey key, CancellationToken cancellationToken)
    {
        var forest = new ForestLearner(target.Forest with { Trees = options.Trees }, key)
            .Learn(matrix, new TrainingView(split.TrainRows, target.Values, default), 1, cancellationToken);
        var output = new double[split.TestRows.Length];
        forest.Predict(matrix, split.TestRows, output);
        return Loss(target, output, split.TestRows);
    }

    private static double BaseLoss(SelectionTarget target, DataSplit split)
    {
        var constant = new double[split.TestRows.Length];
        Array.Fill(constant, LaneReduction.Mean(Array.ConvertAll(split.TrainRows, r => target.Values[r])));
        return Loss(target, constant, split.TestRows);
    }

    private static double Loss(SelectionTarget target, double[] predictions, int[] rows)
    {
        var truth = Array.ConvertAll(rows, r => target.Values[r]);
        return target.Forest.Task == ForestTask.Classification ? ClassificationScores.LogLoss(predictions, truth) : RegressionScores.Rmse(predictions, truth);
    }
}
