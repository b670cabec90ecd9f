using Ratchet.Learning.Binning;
using Ratchet.Learning.Forests;
using Ratchet.Numerics.Randomness;

namespace Ratchet.Learning.Importance;

/// <summary>
/// Permutation importance (Breiman, 2001; Fisher, Rudin and Dominici, 2019): how much the loss on given rows grows when one feature's values are shuffled
/// among them. The loss is the log loss in nats for classification (probabilities clipped to 1e-15), the mean squared error for regression.
/// </summary>
public static class PermutationImportance
{
    private const double SmallestProbability = 1e-15;

    /// <summary>The mean growth of the loss over the repeats, one number a feature; exactly 0 for a feature that no tree uses, below 0 where shuffling helps by chance.</summary>
    /// <param name="forest">The forest.</param>
    /// <param name="x">A matrix with the forest's names and thresholds.</param>
    /// <param name="rows">The rows to score on, best rows the forest did not learn from; at least one.</param>
    /// <param name="targets">A target for each row of the matrix; classes are 0, 1, ...</param>
    /// <param name="repeats">How many shuffles a feature, at least 1.</param>
    /// <param name="key">The random stream; feature f's repeat r draws from key.Derive(f).Derive(r).</param>
    /// <param name="threads">How many features are worked on at a time; the result does not depend on it.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="ArgumentException">A row, target or shape is refused; the row is named.</exception>
    /// <remarks>Cost: one prediction of all rows a used feature and repeat.</remarks>
    public static double[] Compute(
        RandomForest forest,
        BinnedMatrix x,
        ReadOnlyMemory<int> rows,
        ReadOnlyMemory<double> targets,
        int repeats,
        StreamKey key,
        int threads,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(forest);
        ArgumentNullException.ThrowIfNull(x);
        ArgumentOutOfRangeException.ThrowIfLessThan(repeats, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        Check(forest, x, rows.Span, targets.Span);
        var baseline = Loss(forest, x, rows.Span, targets.Span, -1, []);
        var result = new double[x.FeatureCount];
        Parallel.ForEach(
            forest.UsedFeatures.ToArray(),
            new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellationToken },
            f =>
            {
                var source = new int[rows.Length];
                var total = 0.0;
                for (var r = 0; r < repeats; r++)
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    rows.Span.CopyTo(source);
                    key.Derive(f).Derive(r).Open().Shuffle(source.AsSpan());
                    total += Loss(forest, x, rows.Span, targets.Span, f, source) - baseline;
                }

                result[f] = total / repeats;
            });
        return result;
    }

    private static double Loss(RandomForest forest, BinnedMatrix x, ReadOnlySpan<int> rows, ReadOnlySpan<double> targets, int shuffled, ReadOnlySpan<int> source)
    {
        var outputs = forest.OutputCount;
        var values = new double[rows.Length * outputs];
        forest.AddTrees(x, rows, values, 0, forest.TreeCount, shuffled, source);
        var total = 0.0;
        for (var i = 0; i < rows.Length; i++)
        {
            var target = targets[rows[i]];
            if (forest.Task == ForestTask.Regression)
            {
                var error = target - (values[i] / forest.TreeCount);
                total += error * error;
                continue;
            }

            var p = outputs > 1
                ? values[(i * outputs) + (int)target] / forest.TreeCount
                : target > 0.5 ? values[i] / forest.TreeCount : 1 - (values[i] / forest.TreeCount);
            total -= Math.Log(Math.Clamp(p, SmallestProbability, 1));
        }

        return total / rows.Length;
    }

    private static void Check(RandomForest forest, BinnedMatrix x, ReadOnlySpan<int> rows, ReadOnlySpan<double> targets)
    {
        if (rows.IsEmpty || targets.Length != x.RowCount)
        {
            throw new ArgumentException($"There are {rows.Length} rows to score, {targets.Length} targets and {x.RowCount} rows in the matrix; there must be a row, and a target for each row of the matrix.", nameof(rows));
        }

        foreach (var row in rows)
        {
            if ((uint)row >= (uint)x.RowCount)
            {
                throw new ArgumentException($"rows holds {row}; a row must be in [0, {x.RowCount}).", nameof(rows));
            }

            var target = targets[row];
            if (!double.IsFinite(target) || (forest.Task == ForestTask.Classification && !(target >= 0 && target < forest.ClassCount && target == Math.Floor(target))))
            {
                throw new ArgumentException($"The target of row {row} is {target}; it must be finite, and a class of the forest where that classifies.", nameof(targets));
            }
        }
    }
}
