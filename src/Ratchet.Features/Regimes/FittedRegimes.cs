using Ratchet.Learning.Markov;
using Ratchet.Market.Bars;
using Ratchet.Numerics.Randomness;
using Ratchet.Numerics.Reductions;

namespace Ratchet.Features.Regimes;

/// <summary>
/// A hidden Markov model with the scales of the window it was fitted on. State 0 is the most rising, the last the most falling.
/// Observations are (fast trend, slow trend). Immutable; safe to share.
/// </summary>
public sealed class FittedRegimes
{
    internal const int Dimensions = 2;
    private const double LeastScale = 1e-9;
    private const int LeastBars = 160;

    private readonly double[] centre;
    private readonly double[] scale;

    private FittedRegimes(HmmModel model, double[] centre, double[] scale)
    {
        Model = model;
        this.centre = centre;
        this.scale = scale;
    }

    /// <summary>The model; its rows are standardised trends.</summary>
    public HmmModel Model { get; }

    /// <summary>
    /// Fits the observations of a series, the newest <see cref="RegimeOptions.WindowBars"/> of them, from fresh clusters: the fit that the regime features make
    /// at their first schedule. Whoever gives it to <see cref="RegimeFeatures.Create(RegimeOptions, FittedRegimes)"/> must have taken these bars from before
    /// the bars that the features are computed on, else the probabilities look ahead.
    /// </summary>
    /// <param name="bars">At least 160 bars.</param>
    /// <param name="options">States, iterations, window and seed.</param>
    /// <exception cref="ArgumentException">There are too few bars, or an option is outside its range.</exception>
    public static FittedRegimes Fit(BarSeries bars, RegimeOptions options)
    {
        options.Validate();
        if (bars.Count < LeastBars)
        {
            throw new ArgumentException($"{bars.Count} bars were given; a fit needs at least {LeastBars}.", nameof(bars));
        }

        var rows = RegimeObservations.Compute(bars.Close);
        var count = Math.Min(options.WindowBars, rows.Length / Dimensions);
        var (fast, slow) = (new double[count], new double[count]);
        for (var i = 0; i < count; i++)
        {
            var row = (rows.Length / Dimensions) - count + i;
            (fast[i], slow[i]) = (rows[Dimensions * row], rows[(Dimensions * row) + 1]);
        }

        return Fit(fast, slow, null, options, StreamKey.FromSeed(options.Seed).Derive("regimes").Derive(0));
    }

    /// <summary>Fits the window; two starts are climbed, fresh clusters and the model before, and the likelier is kept (the former of equals).</summary>
    internal static FittedRegimes Fit(
        ReadOnlySpan<double> fast, ReadOnlySpan<double> slow, FittedRegimes? before, RegimeOptions options, StreamKey key)
    {
        double[] centre = [LaneReduction.Mean(fast), LaneReduction.Mean(slow)];
        double[] scale = [Scale(fast, centre[0]), Scale(slow, centre[1])];
        var rows = new double[Dimensions * fast.Length];
        for (var i = 0; i < fast.Length; i++)
        {
            rows[2 * i] = (fast[i] - centre[0]) / scale[0];
            rows[(2 * i) + 1] = (slow[i] - centre[1]) / scale[1];
        }

        // The floor keeps a state from collapsing on a run of equal bars.
        var hmm = new HmmOptions { States = options.States, Iterations = options.Iterations, Restarts = 1, CovarianceFloor = 1e-3 };
        var model = HmmLearner.Learn(rows, Dimensions, hmm, key, CancellationToken.None);
        if (before is null)
        {
            return new FittedRegimes(model.Reorder(StateMatching.ByTrend(model)), centre, scale);
        }

        var former = before.InScaleOf(centre, scale);
        var continued = HmmLearner.Learn(rows, former, options.Iterations, hmm, CancellationToken.None);
        if (continued.LogLikelihood(rows) > model.LogLikelihood(rows))
        {
            model = continued;
        }

        model = model.Reorder([.. StateMatcher.Match(former, model).Order]);
        if (!(model.Means[0] > model.Means[(model.States - 1) * Dimensions]))
        {
            model = model.Reorder(StateMatching.ByTrend(model));
        }

        return new FittedRegimes(model, centre, scale);
    }

    internal void Standardise(double fast, double slow, Span<double> observation)
    {
        observation[0] = (fast - centre[0]) / scale[0];
        observation[1] = (slow - centre[1]) / scale[1];
    }

    private static double Scale(ReadOnlySpan<double> column, double mean)
    {
        var deviation = Math.Sqrt(LaneReduction.SumOfSquares(column, mean) / column.Length);
        return deviation > LeastScale ? deviation : 1;
    }

    private HmmModel InScaleOf(double[] newCentre, double[] newScale)
    {
        var means = Model.Means.ToArray();
        var variances = Model.Covariances.ToArray();
        for (var i = 0; i < means.Length; i++)
        {
            var d = i % Dimensions;
            means[i] = ((means[i] * scale[d]) + centre[d] - newCentre[d]) / newScale[d];
            variances[i] *= scale[d] * scale[d] / (newScale[d] * newScale[d]);
        }

        return new HmmModel(HmmCovariance.Diagonal, Dimensions, Model.StartProbabilities, Model.Transitions, means, variances);
    }
}
