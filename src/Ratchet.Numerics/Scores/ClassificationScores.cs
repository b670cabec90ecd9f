namespace Ratchet.Numerics.Scores;

/// <summary>
/// Scores of predicted probabilities of class 1 against labels 0 and 1. NaN stands for undefined: no rows, a NaN among probabilities or
/// labels, or what each score names. A row is predicted 1 when its probability is at or above the threshold.
/// Other labels than 0, 1 and NaN, and differing lengths, throw <see cref="ArgumentException"/>.
/// </summary>
public static class ClassificationScores
{
    /// <summary>Counts predictions against labels; null when a NaN is among them.</summary>
    /// <param name="probabilities">One per row.</param>
    /// <param name="labels">0 or 1 per row.</param>
    /// <param name="threshold">The least probability of a prediction of 1.</param>
    public static ConfusionCounts? Confusion(ReadOnlySpan<double> probabilities, ReadOnlySpan<double> labels, double threshold = 0.5)
    {
        if (!ScoreInputs.Defined(probabilities, labels))
        {
            return probabilities.IsEmpty ? default(ConfusionCounts) : null;
        }

        int tp = 0, fp = 0, tn = 0, fn = 0;
        for (var i = 0; i < labels.Length; i++)
        {
            switch (probabilities[i] >= threshold, labels[i] == 1)
            {
                case (true, true):
                    tp++;
                    break;
                case (true, false):
                    fp++;
                    break;
                case (false, false):
                    tn++;
                    break;
                default:
                    fn++;
                    break;
            }
        }

        return new ConfusionCounts(tp, fp, tn, fn);
    }

    /// <summary>The share of right predictions.</summary>
    /// <inheritdoc cref="Confusion"/>
    public static double Accuracy(ReadOnlySpan<double> probabilities, ReadOnlySpan<double> labels, double threshold = 0.5) =>
        Confusion(probabilities, labels, threshold)?.Accuracy ?? double.NaN;

    /// <summary>The share of label 1 among the predictions of 1; NaN without such a prediction.</summary>
    /// <inheritdoc cref="Confusion"/>
    public static double Precision(ReadOnlySpan<double> probabilities, ReadOnlySpan<double> labels, double threshold = 0.5) =>
        Confusion(probabilities, labels, threshold)?.Precision ?? double.NaN;

    /// <summary>The share of the labels 1 that were predicted; NaN without such a label.</summary>
    /// <inheritdoc cref="Confusion"/>
    public static double Recall(ReadOnlySpan<double> probabilities, ReadOnlySpan<double> labels, double threshold = 0.5) =>
        Confusion(probabilities, labels, threshold)?.Recall ?? double.NaN;

    /// <summary>2 TP / (2 TP + FP + FN); NaN where there is neither a label nor a prediction of 1, else 0 without a true positive.</summary>
    /// <inheritdoc cref="Confusion"/>
    public static double F1(ReadOnlySpan<double> probabilities, ReadOnlySpan<double> labels, double threshold = 0.5) =>
        Confusion(probabilities, labels, threshold)?.F1 ?? double.NaN;

    /// <summary>Precision, coverage and count at a confidence threshold, such as P@80 %. With a NaN both shares are NaN and the count is 0.</summary>
    /// <inheritdoc cref="Confusion"/>
    public static ThresholdPrecision PrecisionAtThreshold(ReadOnlySpan<double> probabilities, ReadOnlySpan<double> labels, double threshold)
    {
        if (Confusion(probabilities, labels, threshold) is not { Count: > 0 } counts)
        {
            return new ThresholdPrecision(double.NaN, double.NaN, 0);
        }

        return new ThresholdPrecision(counts.Precision, (double)counts.PredictedPositive / counts.Count, counts.PredictedPositive);
    }

    /// <summary>The weighted mean of (p - y)² (Brier, 1950).</summary>
    /// <param name="probabilities">One per row.</param>
    /// <param name="labels">0 or 1 per row.</param>
    /// <param name="weights">One per row, 0 or more; empty for ones. NaN when they sum to 0.</param>
    public static double Brier(ReadOnlySpan<double> probabilities, ReadOnlySpan<double> labels, ReadOnlySpan<double> weights = default)
    {
        ScoreInputs.RequireWeights(probabilities.Length, weights);
        if (!ScoreInputs.Defined(probabilities, labels))
        {
            return double.NaN;
        }

        var sum = 0.0;
        var total = 0.0;
        for (var i = 0; i < labels.Length; i++)
        {
            var weight = weights.IsEmpty ? 1 : weights[i];
            var difference = probabilities[i] - labels[i];
            sum += weight * difference * difference;
            total += weight;
        }

        return sum / total;
    }

    /// <summary>The weighted mean of -ln of the probability given to the true class, probabilities clipped to [clip, 1 - clip].</summary>
    /// <param name="probabilities">One per row.</param>
    /// <param name="labels">0 or 1 per row.</param>
    /// <param name="clip">Above 0 and at most 0.5; the default is 2⁻⁵², scikit-learn's.</param>
    /// <param name="weights">One per row, 0 or more; empty for ones. NaN when they sum to 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The clip is outside its range.</exception>
    public static double LogLoss(
        ReadOnlySpan<double> probabilities, ReadOnlySpan<double> labels, double clip = 2.220446049250313e-16, ReadOnlySpan<double> weights = default)
    {
        if (!(clip is > 0 and <= 0.5))
        {
            throw new ArgumentOutOfRangeException(nameof(clip), clip, $"clip is {clip}; it must be above 0 and at most 0.5.");
        }

        ScoreInputs.RequireWeights(probabilities.Length, weights);
        if (!ScoreInputs.Defined(probabilities, labels))
        {
            return double.NaN;
        }

        var sum = 0.0;
        var total = 0.0;
        for (var i = 0; i < labels.Length; i++)
        {
            var weight = weights.IsEmpty ? 1 : weights[i];
            var p = Math.Clamp(probabilities[i], clip, 1 - clip);
            sum -= weight * Math.Log(labels[i] == 1 ? p : 1 - p);
            total += weight;
        }

        return sum / total;
    }

    /// <summary>The area under the ROC curve: the probability that a 1 scores above a 0, ties count half. NaN when a class is missing.</summary>
    /// <param name="scores">One per row, on any scale.</param>
    /// <param name="labels">0 or 1 per row.</param>
    /// <param name="weights">One per row, 0 or more; empty for ones.</param>
    public static double Auc(ReadOnlySpan<double> scores, ReadOnlySpan<double> labels, ReadOnlySpan<double> weights = default) =>
        RankingScores.Auc(scores, labels, weights);

    /// <summary>
    /// The average precision Σ (Rₙ - Rₙ₋₁) Pₙ over falling thresholds, a threshold taking all rows of its score at once: the area under
    /// the precision-recall curve as steps. NaN without a label 1.
    /// </summary>
    /// <param name="scores">One per row, on any scale.</param>
    /// <param name="labels">0 or 1 per row.</param>
    public static double AveragePrecision(ReadOnlySpan<double> scores, ReadOnlySpan<double> labels) =>
        RankingScores.AveragePrecision(scores, labels);

    /// <summary>The largest difference of the two classes' distribution functions of the score (Kolmogorov, Smirnov). NaN when a class is missing.</summary>
    /// <param name="scores">One per row, on any scale.</param>
    /// <param name="labels">0 or 1 per row.</param>
    public static double KolmogorovSmirnov(ReadOnlySpan<double> scores, ReadOnlySpan<double> labels) =>
        RankingScores.KolmogorovSmirnov(scores, labels);

    /// <summary>Σ n_b / n |mean p - mean y| over equal-width bins of [0, 1], each with its lower edge and the last with 1 too.</summary>
    /// <param name="probabilities">One per row, in [0, 1].</param>
    /// <param name="labels">0 or 1 per row.</param>
    /// <param name="bins">How many, at least 1.</param>
    /// <exception cref="ArgumentException">A probability is outside [0, 1].</exception>
    public static double ExpectedCalibrationError(ReadOnlySpan<double> probabilities, ReadOnlySpan<double> labels, int bins = 10)
    {
        if (!ScoreInputs.Defined(probabilities, labels))
        {
            return double.NaN;
        }

        var sum = 0.0;
        foreach (var bin in ReliabilityDiagram.EqualWidth(probabilities, labels, bins).Bins)
        {
            sum += bin.Count == 0 ? 0 : bin.Count * Math.Abs(bin.MeanPredicted - bin.ObservedShare);
        }

        return sum / labels.Length;
    }
}
