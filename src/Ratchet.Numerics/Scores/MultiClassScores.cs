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
        RequireShape(probabilities, classes, labels);
        if (!(clip is > 0 and <= 0.5))
        {
            throw new ArgumentOutOfRangeException(nameof(clip), clip, $"clip is {clip}; it must be above 0 and at most 0.5.");
        }

        ScoreInputs.RequireWeights(labels.Length, weights);
        var sum = 0.0;
        var total = 0.0;
        for (var i = 0; i < labels.Length; i++)
        {
            var row = probabilities.Slice(i * classes, classes);
            var weight = weights.IsEmpty ? 1 : weights[i];

            // A NaN anywhere in the row makes the score undefined, also where the true class has a number.
            sum -= IsDistribution(row, i) ? weight * Math.Log(Math.Clamp(row[labels[i]], clip, 1 - clip)) : double.NaN;
            total += weight;
        }

        return sum / total;
    }

    /// <summary>The mean over rows of Σ_c (P[i, c] - [yᵢ = c])² (Brier, 1950), in [0, 2]; for K = 2 twice the binary score.</summary>
    /// <inheritdoc cref="Accuracy"/>
    public static double Brier(ReadOnlySpan<double> probabilities, int classes, ReadOnlySpan<int> labels)
    {
        var defined = Defined(probabilities, classes, labels);
        var sum = 0.0;
        for (var i = 0; i < labels.Length && defined; i++)
        {
            for (var c = 0; c < classes; c++)
            {
                var difference = probabilities[(i * classes) + c] - (labels[i] == c ? 1 : 0);
                sum += difference * difference;
            }
        }

        return defined ? sum / labels.Length : double.NaN;
    }

    /// <summary>The share of rows whose most probable class (of equals the lowest) is the true one.</summary>
    /// <param name="probabilities">n x K numbers, row-major; each in [0, 1], each row summing to 1 within 1e-5.</param>
    /// <param name="classes">K, at least 2.</param>
    /// <param name="labels">One per row, 0 to K - 1.</param>
    /// <exception cref="ArgumentException">A wrong shape, a label outside its range, a row that is no distribution over the classes.</exception>
    public static double Accuracy(ReadOnlySpan<double> probabilities, int classes, ReadOnlySpan<int> labels) =>
        PrecisionAtThreshold(probabilities, classes, labels, 0).Precision;

    /// <summary>
    /// Among the rows whose largest probability is at or above a threshold, the share whose most probable class is the true one; their share of all rows;
    /// their number. With a NaN both shares are NaN and the count is 0.
    /// </summary>
    /// <inheritdoc cref="Accuracy"/>
    public static ThresholdPrecision PrecisionAtThreshold(ReadOnlySpan<double> probabilities, int classes, ReadOnlySpan<int> labels, double threshold)
    {
        if (!Defined(probabilities, classes, labels))
        {
            return new(double.NaN, double.NaN, 0);
        }

        var right = 0;
        var confident = 0;
        for (var i = 0; i < labels.Length; i++)
        {
            var row = probabilities.Slice(i * classes, classes);
            var likeliest = Likeliest(row);
            if (row[likeliest] >= threshold)
            {
                confident++;
                right += likeliest == labels[i] ? 1 : 0;
            }
        }

        return new((double)right / confident, (double)confident / labels.Length, confident);
    }

    /// <summary>
    /// The mean of the classes' F1, 2 TP / (2 TP + FP + FN), over the classes that are a label or a prediction of some row; the most probable class is predicted,
    /// of equals the lowest.
    /// </summary>
    /// <inheritdoc cref="Accuracy"/>
    public static double MacroF1(ReadOnlySpan<double> probabilities, int classes, ReadOnlySpan<int> labels)
    {
        if (!Defined(probabilities, classes, labels))
        {
            return double.NaN;
        }

        var right = new int[classes];
        var seen = new int[classes];
        for (var i = 0; i < labels.Length; i++)
        {
            var likeliest = Likeliest(probabilities.Slice(i * classes, classes));
            right[likeliest] += likeliest == labels[i] ? 1 : 0;
            seen[likeliest]++;
            seen[labels[i]]++;
        }

        var sum = 0.0;
        var met = 0;
        for (var c = 0; c < classes; c++)
        {
            sum += seen[c] > 0 ? 2.0 * right[c] / seen[c] : 0;
            met += seen[c] > 0 ? 1 : 0;
        }

        return sum / met;
    }

    /// <summary>
    /// The mean of the classes' areas under the ROC curve, each class against the rest, over the classes that some rows have and others have not; NaN where
    /// there is no such class.
    /// </summary>
    /// <inheritdoc cref="Accuracy"/>
    public static double MacroAuc(ReadOnlySpan<double> probabilities, int classes, ReadOnlySpan<int> labels)
    {
        if (!Defined(probabilities, classes, labels))
        {
            return double.NaN;
        }

        var scores = new double[labels.Length];
        var own = new double[labels.Length];
        var sum = 0.0;
        var met = 0;
        for (var c = 0; c < classes; c++)
        {
            for (var i = 0; i < labels.Length; i++)
            {
                scores[i] = probabilities[(i * classes) + c];
                own[i] = labels[i] == c ? 1 : 0;
            }

            var area = RankingScores.Auc(scores, own, []);
            sum += double.IsNaN(area) ? 0 : area;
            met += double.IsNaN(area) ? 0 : 1;
        }

        return sum / met;
    }

    /// <summary>
    /// <see cref="ClassificationScores.ExpectedCalibrationError"/> of the largest probability of each row against whether its class is the true one
    /// (Guo et al., 2017).
    /// </summary>
    /// <inheritdoc cref="Accuracy"/>
    public static double ExpectedCalibrationError(ReadOnlySpan<double> probabilities, int classes, ReadOnlySpan<int> labels, int bins = 10)
    {
        if (!Defined(probabilities, classes, labels))
        {
            return double.NaN;
        }

        var confidence = new double[labels.Length];
        var right = new double[labels.Length];
        for (var i = 0; i < labels.Length; i++)
        {
            var row = probabilities.Slice(i * classes, classes);
            var likeliest = Likeliest(row);
            confidence[i] = row[likeliest];
            right[i] = likeliest == labels[i] ? 1 : 0;
        }

        return ClassificationScores.ExpectedCalibrationError(confidence, right, bins);
    }

    private static int Likeliest(ReadOnlySpan<double> row)
    {
        var best = 0;
        for (var c = 1; c < row.Length; c++)
        {
            best = row[c] > row[best] ? c : best;
        }

        return best;
    }

    /// <summary>False when there are no rows or a NaN; throws where shapes, labels or rows are refused.</summary>
    private static bool Defined(ReadOnlySpan<double> probabilities, int classes, ReadOnlySpan<int> labels)
    {
        RequireShape(probabilities, classes, labels);
        var defined = !labels.IsEmpty;
        for (var i = 0; i < labels.Length; i++)
        {
            defined &= IsDistribution(probabilities.Slice(i * classes, classes), i);
        }

        return defined;
    }

    private static void RequireShape(ReadOnlySpan<double> probabilities, int classes, ReadOnlySpan<int> labels)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(classes, 2);
        if (probabilities.Length != (long)labels.Length * classes)
        {
            throw new ArgumentException(
                $"probabilities has {probabilities.Length} elements; {labels.Length} labels and {classes} classes need {(long)labels.Length * classes}.",
                nameof(probabilities));
        }

        for (var i = 0; i < labels.Length; i++)
        {
            if ((uint)labels[i] >= (uint)classes)
            {
                throw new ArgumentException($"labels holds {labels[i]} in row {i}; a label is 0 to {classes - 1}.", nameof(labels));
            }
        }
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
