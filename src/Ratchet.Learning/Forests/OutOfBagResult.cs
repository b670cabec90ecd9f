using Ratchet.Learning.Learners;
using Ratchet.Learning.Binning;
using Ratchet.Learning.Trees;
using Ratchet.Numerics.Randomness;

namespace Ratchet.Learning.Forests;

/// <summary>Predictions of the training rows by the trees that did not see them.</summary>
/// <param name="Predictions">
/// By place in the view: the probability of class 1, or the mean; with more than two classes one number a class, row by row. NaN for a row that every tree saw.
/// </param>
/// <param name="Covered">How many rows at least one tree did not see.</param>
/// <param name="Score">Over the covered rows: accuracy for classification, R2 for regression (NaN where their targets do not vary). NaN where none is covered.</param>
public sealed record OutOfBagResult(double[] Predictions, int Covered, double Score)
{
    private const int BlockRows = 4096;

    internal static OutOfBagResult Compute(
        RandomForest forest, BinnedMatrix x, TrainingView view, RowDraw draw, StreamKey key, int threads, CancellationToken cancellationToken)
    {
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellationToken };
        var outside = new bool[forest.TreeCount][];
        Parallel.For(0, outside.Length, parallel, t =>
        {
            var times = new int[draw.Rows];
            draw.Fill(key.Derive(t).Open(), times, cancellationToken);
            outside[t] = Array.ConvertAll(times, n => n == 0);
        });

        var outputs = forest.OutputCount;
        var predictions = new double[view.Count * outputs];
        var blocks = (view.Count + BlockRows - 1) / BlockRows;
        Parallel.For(0, blocks, parallel, b => PredictBlock(forest, x, view, outside, b * BlockRows, predictions));
        return Summarise(forest, view, predictions);
    }

    private static void PredictBlock(RandomForest forest, BinnedMatrix x, TrainingView view, bool[][] outside, int start, double[] predictions)
    {
        var end = Math.Min(start + BlockRows, view.Count);
        var outputs = forest.OutputCount;
        var rows = new int[end - start];
        var places = new int[end - start];
        var values = new double[(end - start) * outputs];
        var votes = new int[end - start];
        for (var t = 0; t < outside.Length; t++)
        {
            var count = 0;
            for (var i = start; i < end; i++)
            {
                rows[count] = view.Rows.Span[i];
                places[count] = i;
                count += outside[t][i] ? 1 : 0;
            }

            var part = values.AsSpan(0, count * outputs);
            part.Clear();
            forest.AddTrees(x, rows.AsSpan(0, count), part, t, t + 1);
            for (var i = 0; i < count; i++)
            {
                votes[places[i] - start]++;
                for (var k = 0; k < outputs; k++)
                {
                    predictions[(places[i] * outputs) + k] += part[(i * outputs) + k];
                }
            }
        }

        for (var i = start * outputs; i < end * outputs; i++)
        {
            // No vote gives 0 / 0, which is NaN.
            predictions[i] /= votes[(i / outputs) - start];
        }
    }

    private static OutOfBagResult Summarise(RandomForest forest, TrainingView view, double[] predictions)
    {
        var outputs = forest.OutputCount;
        var covered = 0;
        var hits = 0;
        var mean = 0.0;
        for (var i = 0; i < view.Count; i++)
        {
            var values = predictions.AsSpan(i * outputs, outputs);
            if (!double.IsNaN(values[0]))
            {
                var target = view.Targets.Span[view.Rows.Span[i]];
                covered++;
                mean += target;
                hits += ClassOf(values) == target ? 1 : 0;
            }
        }

        if (covered == 0)
        {
            return new(predictions, 0, double.NaN);
        }

        if (forest.Task == ForestTask.Classification)
        {
            return new(predictions, covered, (double)hits / covered);
        }

        mean /= covered;
        var residual = 0.0;
        var total = 0.0;
        for (var i = 0; i < view.Count; i++)
        {
            if (!double.IsNaN(predictions[i]))
            {
                var target = view.Targets.Span[view.Rows.Span[i]];
                residual += (target - predictions[i]) * (target - predictions[i]);
                total += (target - mean) * (target - mean);
            }
        }

        return new(predictions, covered, total > 0 ? 1 - (residual / total) : double.NaN);
    }

    // The likeliest class; of equals the lower one.
    private static int ClassOf(ReadOnlySpan<double> values)
    {
        if (values.Length == 1)
        {
            return values[0] > 0.5 ? 1 : 0;
        }

        var best = 0;
        for (var k = 1; k < values.Length; k++)
        {
            best = values[k] > values[best] ? k : best;
        }

        return best;
    }
}
