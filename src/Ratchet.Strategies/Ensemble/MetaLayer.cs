using Ratchet.Learning.Calibration;
using Ratchet.Learning.Linear;

namespace Ratchet.Strategies.Ensemble;

/// <summary>
/// Weighs the four models and the regime into one signal. A logistic regression (L2) gives the log-odds that following the primary signal
/// pays (net outcome above 0); Platt's sigmoid turns them into a calibrated confidence; a ridge regression gives the expected outcome in R;
/// the exit model's probability is calibrated by itself.
/// </summary>
/// <remarks>
/// It must be given predictions that their models made out of sample. The sigmoid is fitted on log-odds that were themselves made out of
/// sample: the rows are cut in two halves in time, with a gap of every overlapping label, and each half is scored by the layer of the other.
/// With too few rows, or when all outcomes agree, the layer answers the smoothed base rate. Immutable; safe for any number of threads.
/// </remarks>
public sealed class MetaLayer
{
    private readonly StandardScaler? scaler;
    private readonly LogisticModel? follow;
    private readonly ICalibration? confidence;
    private readonly LinearModel? expected;
    private readonly ICalibration? exit;
    private readonly double baseRate;
    private readonly double baseR;
    private readonly double exitRate;

    private MetaLayer(double baseRate, double baseR, double exitRate)
    {
        this.baseRate = baseRate;
        this.baseR = baseR;
        this.exitRate = exitRate;
    }

    private MetaLayer(StandardScaler scaler, LogisticModel follow, ICalibration confidence, LinearModel expected, ICalibration? exit, double exitRate)
    {
        this.scaler = scaler;
        this.follow = follow;
        this.confidence = confidence;
        this.expected = expected;
        this.exit = exit;
        this.exitRate = exitRate;
    }

    private MetaLayer(MetaLayerParts parts)
    {
        (baseRate, baseR, exitRate) = (parts.BaseRate, parts.BaseR, parts.ExitRate);
        (scaler, follow, confidence, expected, exit) = (parts.Scaler, parts.Follow, parts.Confidence, parts.Expected, parts.Exit);
    }

    /// <summary>Whether there was enough to learn from; if not, the base rates are answered.</summary>
    public bool IsFitted => follow is not null;

    /// <summary>Checks the parts and puts a layer together.</summary>
    /// <param name="parts">What it consists of.</param>
    /// <exception cref="ArgumentException">Some of the fitted parts are there and some are not, one has not seven inputs, or a rate is out of range.</exception>
    public static MetaLayer FromParts(MetaLayerParts parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        if (parts.BaseRate is not (>= 0 and <= 1) || parts.ExitRate is not (>= 0 and <= 1) || !double.IsFinite(parts.BaseR))
        {
            throw new ArgumentException(
                $"BaseRate is {parts.BaseRate}, ExitRate {parts.ExitRate} and BaseR {parts.BaseR}; rates must be in [0, 1] and BaseR finite.", nameof(parts));
        }

        var (scaler, follow, expected) = (parts.Scaler, parts.Follow, parts.Expected);
        var isWhole = scaler is not null && follow is not null && expected is not null && parts.Confidence is not null;
        if (!isWhole && (scaler is not null || follow is not null || expected is not null || parts.Confidence is not null))
        {
            throw new ArgumentException("Scaler, Follow, Confidence and Expected must all be given or all be null.", nameof(parts));
        }

        const int D = MetaDesign.Columns;
        if (isWhole && (scaler!.Means.Length != D || follow!.Weights.Length != D || expected!.Weights.Length != D))
        {
            throw new ArgumentException($"Scaler, Follow and Expected must have {D} inputs.", nameof(parts));
        }

        return new(parts);
    }

    /// <summary>Takes the layer apart.</summary>
    public MetaLayerParts ToParts() => new(baseRate, baseR, exitRate, scaler, follow, confidence, expected, exit);

    /// <summary>Fits the layer.</summary>
    /// <param name="predictions">Out-of-sample predictions; every given row has all four.</param>
    /// <param name="context">Side and regime.</param>
    /// <param name="targets">Outcomes; every given row has them.</param>
    /// <param name="rows">The bars to learn from, rising.</param>
    /// <param name="options">Penalty and minimum.</param>
    public static MetaLayer Learn(BasePredictions predictions, MetaContext context, MetaTargets targets, ReadOnlySpan<int> rows, MetaOptions options)
    {
        var count = rows.Length;
        var pays = new double[count];
        var outcome = new double[count];
        var holdingLoses = new double[count];
        var weights = new double[count];
        double paid = 0, losing = 0, sumR = 0;
        for (var i = 0; i < count; i++)
        {
            var row = rows[i];
            outcome[i] = targets.Profit.Span[row];
            pays[i] = outcome[i] > 0 ? 1 : 0;
            holdingLoses[i] = targets.Exit.Span[row];
            weights[i] = targets.Weight.Span[row];
            paid += pays[i];
            losing += holdingLoses[i];
            sumR += outcome[i];
        }

        var exitRate = (losing + 1) / (count + 2);
        if (count < options.MinimumRows || paid == 0 || paid == count)
        {
            return new((paid + 1) / (count + 2), count == 0 ? 0 : sumR / count, exitRate);
        }

        Normalise(weights);
        var design = MetaDesign.Build(predictions, context, rows);
        var scaler = StandardScaler.Fit(design, MetaDesign.Columns);
        scaler.Transform(design);
        var logistic = new LogisticOptions { L2 = options.L2 };
        var follow = LogisticRegression.Fit(design, MetaDesign.Columns, pays, weights, logistic);
        var confidence = Calibrate(design, pays, weights, rows, targets.LabelEnd.Span, logistic);
        var expected = RidgeRegression.Fit(design, MetaDesign.Columns, outcome, weights, options.L2);
        ICalibration? exit = null;
        if (losing > 0 && losing < count)
        {
            var scores = new double[count];
            for (var i = 0; i < count; i++)
            {
                scores[i] = MetaDesign.Logit(predictions[EnsembleRole.Exit][rows[i]]);
            }

            exit = PlattCalibrator.Fit(scores, holdingLoses, weights);
        }

        return new(scaler, follow, confidence, expected, exit, exitRate);
    }

    /// <summary>Writes the signals of some bars.</summary>
    /// <param name="predictions">The four models' answers for these bars.</param>
    /// <param name="context">Side and regime.</param>
    /// <param name="rows">Which bars.</param>
    /// <param name="output">Where the signals go.</param>
    public void Apply(BasePredictions predictions, MetaContext context, ReadOnlySpan<int> rows, EnsembleSignals output)
    {
        var side = context.Side.Span;
        var bull = context.Bull.Span;
        var bear = context.Bear.Span;
        foreach (var row in rows)
        {
            output[row] = Weigh(
                predictions[EnsembleRole.Entry][row],
                predictions[EnsembleRole.Position][row],
                predictions[EnsembleRole.Exit][row],
                predictions[EnsembleRole.Profit][row],
                side[row],
                bull[row],
                bear[row]);
        }
    }

    /// <summary>The signal of one bar. Allocates nothing.</summary>
    /// <param name="entry">The entry model's probability.</param>
    /// <param name="position">The position model's share.</param>
    /// <param name="exiting">The exit model's probability.</param>
    /// <param name="profit">The profit model's outcome in R.</param>
    /// <param name="side">The primary signal's side: +1, -1, or 0 for none.</param>
    /// <param name="bull">Filtered probability of the rising regime; NaN where unknown (then one third is used).</param>
    /// <param name="bear">Filtered probability of the falling regime; NaN where unknown (then one third is used).</param>
    public EnsembleSignal Weigh(double entry, double position, double exiting, double profit, sbyte side, double bull, double bear)
    {
        var exitLogit = MetaDesign.Logit(exiting);
        var size = Math.Clamp(position, 0, 1);
        var exitProbability = exit is null ? exitRate : exit.Apply(exitLogit);
        if (follow is null)
        {
            return new(side, baseRate, size, baseR, exitProbability);
        }

        Span<double> design = stackalloc double[MetaDesign.Columns];
        MetaDesign.Fill(entry, position, exitLogit, profit, side, bull, bear, design);
        scaler!.Transform(design);
        return new(side, Math.Clamp(confidence!.Apply(follow.Decision(design)), 0, 1), size, expected!.Predict(design), exitProbability);
    }

    private static PlattCalibration Calibrate(
        double[] design, double[] pays, double[] weights, ReadOnlySpan<int> rows, ReadOnlySpan<int> labelEnd, LogisticOptions logistic)
    {
        var half = rows.Length / 2;
        // Labels end at their first barrier, so an earlier row's may outlast a later one's: stop before the first that reaches the second half.
        var firstEnd = 0;
        while (firstEnd < half && labelEnd[rows[firstEnd]] <= rows[half])
        {
            firstEnd++;
        }

        var reach = 0;
        for (var i = 0; i < half; i++)
        {
            reach = Math.Max(reach, labelEnd[rows[i]]);
        }

        var secondStart = half;
        while (secondStart < rows.Length && rows[secondStart] < reach)
        {
            secondStart++;
        }

        var decisions = new double[rows.Length];
        Score(design, pays, weights, 0, firstEnd, half, rows.Length, decisions, logistic);
        Score(design, pays, weights, secondStart, rows.Length, 0, half, decisions, logistic);
        return PlattCalibrator.Fit(decisions, pays, weights);
    }

    /// <summary>Fits on one stretch of rows and writes the log-odds of another; a stretch of one class gives the base rate's log-odds.</summary>
    private static void Score(
        double[] design, double[] pays, double[] weights, int fitFrom, int fitTo, int scoreFrom, int scoreTo, double[] decisions, LogisticOptions logistic)
    {
        var paid = 0.0;
        for (var i = fitFrom; i < fitTo; i++)
        {
            paid += pays[i];
        }

        var count = fitTo - fitFrom;
        if (paid == 0 || paid == count)
        {
            decisions.AsSpan(scoreFrom, scoreTo - scoreFrom).Fill(MetaDesign.Logit((paid + 1) / (count + 2)));
            return;
        }

        const int D = MetaDesign.Columns;
        var model = LogisticRegression.Fit(
            design.AsSpan(fitFrom * D, count * D), D, pays.AsSpan(fitFrom, count), weights.AsSpan(fitFrom, count), logistic);
        for (var i = scoreFrom; i < scoreTo; i++)
        {
            decisions[i] = model.Decision(design.AsSpan(i * D, D));
        }
    }

    private static void Normalise(double[] weights)
    {
        var total = 0.0;
        foreach (var weight in weights)
        {
            total += weight;
        }

        if (total <= 0)
        {
            Array.Fill(weights, 1.0);
            return;
        }

        var scale = weights.Length / total;
        for (var i = 0; i < weights.Length; i++)
        {
            weights[i] *= scale;
        }
    }
}
