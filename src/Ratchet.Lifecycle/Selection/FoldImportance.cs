using Ratchet.Learning.Forests;
using Ratchet.Learning.Importance;
using Ratchet.Learning.Learners;
using Ratchet.Lifecycle.Training;
using Ratchet.Numerics.Randomness;
using Ratchet.Validation.Splits;

namespace Ratchet.Lifecycle.Selection;

/// <summary>
/// Importance of some candidates over purged folds: forests learned on a fold's training rows, features shuffled among its test rows.
/// </summary>
internal sealed class FoldImportance
{
    /// <summary>The share of each feature: of the positive part of the mean over folds, mean over targets.</summary>
    public required double[] Shares { get; init; }

    /// <summary>The same fold by fold.</summary>
    public required double[][] FoldShares { get; init; }

    /// <summary>Shares of impurity importance.</summary>
    public required double[] ImpurityShares { get; init; }

    public static FoldImportance Of(
        SelectionTable table, int[] features, IReadOnlyList<DataSplit> folds, SelectionOptions options, StreamKey key, int threads, CancellationToken cancellationToken)
    {
        var matrix = FeatureSubset.Of(table.Matrix, [.. features, .. Enumerable.Range(table.Columns.Count, table.Matrix.FeatureCount - table.Columns.Count)]);
        var permutation = new double[table.Targets.Count * folds.Count][];
        var impurity = new double[permutation.Length][];
        WorkQueue.Run(
            permutation.Length,
            threads,
            piece =>
            {
                var target = table.Targets[piece / folds.Count];
                var fold = folds[piece % folds.Count];
                var own = key.Derive(target.Name).Derive(fold.Index);
                var forest = new ForestLearner(target.Forest with { Trees = options.Trees }, own.Derive("forest"))
                    .Learn(matrix, new TrainingView(fold.TrainRows, target.Values, default), 1, cancellationToken);
                permutation[piece] = PermutationImportance.Compute(
                    forest, matrix, fold.TestRows, target.Values, options.Repeats, own.Derive("shuffle"), 1, cancellationToken)[..features.Length];
                impurity[piece] = forest.ImpurityImportance()[..features.Length];
            },
            cancellationToken);
        var ofFold = Enumerable.Range(0, folds.Count)
            .Select(f => Mean([.. Enumerable.Range(0, table.Targets.Count).Select(t => PositiveShares(permutation[(t * folds.Count) + f]))])).ToArray();
        return new() { Shares = Together(permutation), FoldShares = ofFold, ImpurityShares = Together(impurity) };

        double[] Together(double[][] pieces) =>
            Mean([.. Enumerable.Range(0, table.Targets.Count).Select(t => PositiveShares(Mean(pieces[(t * folds.Count)..((t + 1) * folds.Count)])))]);
    }

    /// <summary>Shares of the numbers above 0, which add up to 1; all 0 where none is.</summary>
    internal static double[] PositiveShares(double[] numbers)
    {
        var total = numbers.Sum(n => Math.Max(0, n));
        return Array.ConvertAll(numbers, n => total > 0 ? Math.Max(0, n) / total : 0);
    }

    private static double[] Mean(double[][] vectors)
    {
        var mean = new double[vectors[0].Length];
        for (var i = 0; i < mean.Length; i++)
        {
            mean[i] = vectors.Sum(v => v[i]) / vectors.Length;
        }

        return mean;
    }
}
