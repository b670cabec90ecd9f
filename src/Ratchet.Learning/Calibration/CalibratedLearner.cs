using Ratchet.Learning.Learners;

namespace Ratchet.Learning.Calibration;

/// <summary>
/// A binary classifier whose probabilities are calibrated on rows that it has not seen: the view's rows, in their order, are cut into contiguous parts; each is
/// scored by a model of the others, less a gap; a curve is fitted to these scores; the model that is kept is learned on all rows. Parts whose other rows
/// are none or weigh nothing go unscored; where all do, the model stays as it is. The curve is fitted to weights of mean 1, so that it does not depend on their
/// unit. Costs one fit more than there are parts. Source: Platt (1999); Zadrozny and Elkan (2002).
/// </summary>
/// <param name="inner">The classifier.</param>
/// <param name="options">How; checked in <see cref="Learn"/>.</param>
public sealed class CalibratedLearner(ILearner inner, CalibratedLearnerOptions options) : ILearner
{
    /// <inheritdoc/>
    public MissingValues MissingValues => inner.MissingValues;

    /// <summary>Learns; progress counts whole fits. The validation view is given to every fit.</summary>
    /// <inheritdoc cref="ILearner.Learn"/>
    public IPredictor Learn(
        LearningData data,
        TrainingView training,
        TrainingView? validation,
        IProgress<LearningProgress>? progress,
        int threads,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(inner);
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        TableInputs.RequireView(data, training);
        if (training.RequireClassCount() > 2)
        {
            throw new ArgumentException($"The view has {training.RequireClassCount()} classes; a calibrated classifier is for two.", nameof(training));
        }

        var scores = new List<double>();
        var labels = new List<double>();
        var weights = new List<double>();
        var folds = Math.Min(options.Folds, training.Count);
        for (var fold = 0; fold < folds; fold++)
        {
            var start = (int)((long)training.Count * fold / folds);
            var end = (int)((long)training.Count * (fold + 1) / folds);
            var held = training.Rows[start..end];
            if (Others(training, start, end) is { } view)
            {
                var model = inner.Learn(data, view, validation, null, threads, cancellationToken);
                var output = new double[held.Length];
                model.Predict(data, held.Span, output);
                Add(training, held.Span, output, scores, labels, weights);
            }

            progress?.Report(new(fold + 1, folds + 1, double.NaN, double.NaN));
        }

        var whole = inner.Learn(data, training, validation, null, threads, cancellationToken);
        progress?.Report(new(folds + 1, folds + 1, double.NaN, double.NaN));
        return scores.Count == 0 ? whole : new CalibratedPredictor(whole, Fit([.. scores], [.. labels], [.. weights]));
    }

    private ICalibration Fit(double[] scores, double[] labels, double[] weights)
    {
        ScaleToMeanOne(weights);
        return options.Method == CalibrationMethod.Platt
            ? PlattCalibrator.Fit(scores, labels, weights)
            : IsotonicCalibrator.Fit(scores, labels, weights);
    }

    /// <summary>Platt's prior counts rows, so weights must; by the largest first, since their sum may overflow.</summary>
    private static void ScaleToMeanOne(double[] weights)
    {
        var largest = weights.Max();
        var sum = 0.0;
        foreach (ref var weight in weights.AsSpan())
        {
            weight /= largest;
            sum += weight;
        }

        var mean = sum / weights.Length;
        foreach (ref var weight in weights.AsSpan())
        {
            weight /= mean;
        }
    }

    /// <summary>Keeps the scored rows that count.</summary>
    private static void Add(
        TrainingView training, ReadOnlySpan<int> rows, double[] output, List<double> scores, List<double> labels, List<double> weights)
    {
        for (var i = 0; i < rows.Length; i++)
        {
            var weight = training.Weights.IsEmpty ? 1 : training.Weights.Span[rows[i]];
            if (weight > 0 && double.IsFinite(output[i]))
            {
                scores.Add(output[i]);
                labels.Add(training.Targets.Span[rows[i]]);
                weights.Add(weight);
            }
        }
    }

    /// <summary>The rows outside a part and its gaps; null where they are none or weigh nothing.</summary>
    private TrainingView? Others(TrainingView training, int start, int end)
    {
        var before = Math.Max(0, start - options.Gap);
        var after = (int)Math.Min(training.Count, (long)end + options.Gap);
        int[] rows = [.. training.Rows.Span[..before], .. training.Rows.Span[after..]];
        var counts = false;
        foreach (var row in rows)
        {
            counts |= training.Weights.IsEmpty || training.Weights.Span[row] > 0;
        }

        return counts ? new(rows, training.Targets, training.Weights) : null;
    }
}
