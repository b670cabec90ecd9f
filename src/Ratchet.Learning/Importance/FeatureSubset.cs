using Ratchet.Learning.Binning;

namespace Ratchet.Learning.Importance;

/// <summary>Some columns of a quantised matrix as a matrix of their own.</summary>
public static class FeatureSubset
{
    /// <summary>Takes columns; their bytes are shared, not copied, and their thresholds stay as they are.</summary>
    /// <param name="matrix">The whole matrix.</param>
    /// <param name="features">Columns, each once, at least one; their order becomes the order of the result.</param>
    /// <exception cref="ArgumentException">There is none, one is out of range, or one occurs twice.</exception>
    /// <remarks>Cost: that of the thresholds alone.</remarks>
    public static BinnedMatrix Of(BinnedMatrix matrix, IReadOnlyList<int> features)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        ArgumentNullException.ThrowIfNull(features);
        if (features.Count == 0 || features.Any(f => (uint)f >= (uint)matrix.FeatureCount) || features.Distinct().Count() != features.Count)
        {
            throw new ArgumentException(
                $"features is [{string.Join(", ", features)}]; it must name at least one column of [0, {matrix.FeatureCount}), each once.", nameof(features));
        }

        return new(
            new FeatureBins([.. features.Select(f => matrix.Names[f])], [.. features.Select(f => matrix.Thresholds(f).ToArray())]),
            [.. features.Select(matrix.ColumnArray)],
            [.. features.Select(matrix.HasMissing)],
            matrix.RowCount);
    }
}
