using System.Buffers;
using Ratchet.Learning.Learners;

namespace Ratchet.Learning.Exchange;

/// <summary>An ensemble as a predictor over tables: raw values of the columns, not bins.</summary>
internal static class EnsembleTable
{
    /// <summary>One number a row, the probability of class 1, where there are two classes.</summary>
    public static int OutputCount(TreeEnsemble ensemble) => IsPair(ensemble) ? 1 : ensemble.OutputCount;

    public static void Predict(TreeEnsemble ensemble, LearningData data, ReadOnlySpan<int> rows, Span<double> output)
    {
        ArgumentNullException.ThrowIfNull(data);
        var (features, names) = (ensemble.FeatureCount, ensemble.FeatureNames);
        if (data.FeatureCount != features || (names.Count > 0 && !names.SequenceEqual(data.Names)))
        {
            throw new ArgumentException(
                $"The table has the {data.FeatureCount} features {string.Join(", ", data.Names.Take(10))}, the ensemble {features}: {string.Join(", ", names.Take(10))}; they must be the same in the same order.",
                nameof(data));
        }

        var width = OutputCount(ensemble);
        if (output.Length != (long)rows.Length * width)
        {
            throw new ArgumentException($"output has {output.Length} places; {rows.Length} rows of {width} numbers need {(long)rows.Length * width}.", nameof(output));
        }

        var row = ArrayPool<double>.Shared.Rent(features);
        var rented = ArrayPool<float>.Shared.Rent(ensemble.OutputCount);
        var prediction = rented.AsSpan(0, ensemble.OutputCount);
        for (var i = 0; i < rows.Length; i++)
        {
            if ((uint)rows[i] >= (uint)data.RowCount)
            {
                throw new ArgumentException($"rows holds {rows[i]}; a row must be in [0, {data.RowCount}).", nameof(rows));
            }

            for (var f = 0; f < features; f++)
            {
                row[f] = data.Column(f)[rows[i]];
            }

            ensemble.Predict(row.AsSpan(0, features), prediction);
            for (var k = 0; k < width; k++)
            {
                output[(i * width) + k] = prediction[IsPair(ensemble) ? 1 : k];
            }
        }

        ArrayPool<double>.Shared.Return(row);
        ArrayPool<float>.Shared.Return(rented);
    }

    private static bool IsPair(TreeEnsemble ensemble) => ensemble.Objective == EnsembleObjective.SoftProbability && ensemble.Groups == 2;
}
