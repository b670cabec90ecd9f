using Ratchet.Learning.Linear;

namespace Ratchet.Learning.Calibration;

/// <summary>The checks that both calibrators share.</summary>
internal static class CalibrationSample
{
    /// <summary>Checks scores and labels and returns the weights, ones where none are given.</summary>
    public static double[] Require(ReadOnlySpan<double> scores, ReadOnlySpan<double> labels, ReadOnlySpan<double> weights)
    {
        if (scores.IsEmpty || scores.Length != labels.Length)
        {
            throw new ArgumentException(
                $"scores has {scores.Length} elements and labels {labels.Length}; they must agree, with at least one.", nameof(scores));
        }

        DesignColumns.RequireFinite(scores, 1, nameof(scores));
        var result = DesignColumns.RequireWeights(weights, scores.Length);
        var total = 0.0;
        foreach (var weight in result)
        {
            total += weight;
        }

        return total > 0 ? result : throw new ArgumentException("weights sums to 0; some row must count.", nameof(weights));
    }
}
