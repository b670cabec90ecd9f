namespace Ratchet.Numerics.Scores;

/// <summary>
/// Scores of predicted probabilities of K classes against labels 0 to K - 1. NaN stands for undefined: no rows, a NaN among the
/// probabilities, or what each score names.
/// </summary>
public static class MultiClassScores
{
    private const double SumTolerance = 1e-5;

    /// <summary>
    /// The weighted mean of -ln of the probability given to the true class: -Σᵢ wᵢ ln P[i, yᵢ] / Σᵢ wᵢ, in nats, the probability clipped
    /// to [clip, 1 - clip] and not rescaled afterwards. For K = 2 it equals <see cref="ClassificationScores.LogLoss"/> of the second
    /// column. A uniform prediction scores ln K. Cost O(n K).
    /// </summary>
    /// <param name="probabilities">n x K numbers, row-major; each in [0, 1], each row summing to 1 within 1e-5.</param>
    /// <param name="classes">K, at least 2.</param>
    /// <param name="labels">One per row, 0 to K - 1; a class may have no row.</param>
    /// <param name="clip">Above 0 and at most 0.5; the default is 2⁻⁵², scikit-learn's.</param>
    /// <param name="weights">One per row, 0 or more; empty for ones. NaN when they sum to 0.</param>
    /// <exception cref="ArgumentException">A wrong shape, a label outside its range, a row that is no distribution over the classes.</exception>
    /// <exception cref="ArgumentOutOfRangeException">K or the clip is outside its range.</exception>
    public static double LogLoss(
        ReadOnlySpan<double> probabilities,
        int classes,
        ReadOnlySpan<int> labels,
        double clip = 2.220446049250313e-16,
        ReadOnlySpan<double> weights = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(classes, 2);
        if (!(clip is > 0 and <= 0.5))
        {
            throw new ArgumentOutOfRangeException(nameof(clip), clip, $"clip is {clip}; it must be above 0 and at most 0.5.");
        }

        if (probabilities.Length != (long)labels.Length * classes)
        {
            throw new ArgumentException(
                $"probabilities has {probabilities.Length} elements; {labels.Length} labels and {classes} classes need {(long)labels.Length * classes}.",
                nameof(probabilities));
        }

        ScoreInputs.RequireWeights(labels.Length, weights.Length);
        var sum = 0.0;
        var total = 0.0;
        for (var i = 0; i < labels.Length; i++)
        {
            if ((uint)labels[i] >= (uint)classes)
            {
                throw new ArgumentException($"labels holds {labels[i]} in row {i}; a label is 0 to {classes - 1}.", nameof(labels));
            }

            var row = probabilities.Slice(i * classes, classes);
            var weight = weights.IsEmpty ? 1 : weights[i];

            // A NaN anywhere in the row makes the score undefined, also where the true class has a number.
            sum -= IsDistribution(row, i) ? weight * Math.Log(Math.Clamp(row[labels[i]], clip, 1 - clip)) : double.NaN;
            total += weight;
        }

        return sum / total;
    }

    /// <summary>False when the row holds a NaN; throws when it is no distribution.</summary>
    private static bool IsDistribution(ReadOnlySpan<double> probabilities, int row)
    {
        var sum = 0.0;
        foreach (var probability in probabilities)
        {
            if (probability is < 0 or > 1)
            {
                throw new ArgumentException($"probabilities holds {probability} in row {row}; a probability is 0 to 1.", nameof(probabilities));
            }

            sum += probability;
        }

        if (Math.Abs(sum - 1) > SumTolerance)
        {
            throw new ArgumentException($"probabilities sums to {sum} in row {row}; a row sums to 1 within {SumTolerance}.", nameof(probabilities));
        }

        return !double.IsNaN(sum);
    }
}
