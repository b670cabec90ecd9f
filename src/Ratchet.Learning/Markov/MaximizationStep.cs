using Ratchet.Numerics.Matrices;
using Ratchet.Numerics.Reductions;

namespace Ratchet.Learning.Markov;

/// <summary>The parameters that maximise the expected log-likelihood, with priors and the covariance floor. Buffers are kept between steps.</summary>
internal sealed class MaximizationStep
{
    /// <summary>A state that explains fewer rows than this keeps its former density.</summary>
    private const double LeastOccupancy = 1e-10;

    private readonly ObservationColumns x;
    private readonly HmmOptions options;
    private readonly int states;
    private readonly double[] floors;
    private readonly double[] centred;
    private readonly double[] weighted;

    public MaximizationStep(ObservationColumns x, HmmOptions options, int states)
    {
        this.x = x;
        this.options = options;
        this.states = states;
        centred = new double[x.Rows * x.Dimensions];
        weighted = new double[x.Rows];
        floors = new double[x.Dimensions];
        for (var i = 0; i < floors.Length; i++)
        {
            floors[i] = options.CovarianceFloor * (x.Variances[i] > 0 ? x.Variances[i] : 1);
        }
    }

    public HmmModel Run(ExpectationStep expected, HmmModel former, CancellationToken cancellationToken)
    {
        var start = former.StartProbabilities.ToArray();
        var transitions = former.Transitions.ToArray();
        Renormalise(start, expected.Starts, options.StartPrior, -1, 0);
        for (var k = 0; k < states; k++)
        {
            Renormalise(
                transitions.AsSpan(k * states, states), expected.Transitions.AsSpan(k * states, states), options.TransitionPrior, k, options.Stickiness);
        }

        var means = former.Means.ToArray();
        var covariances = former.Covariances.ToArray();
        Densities(expected.Posteriors, former.Covariance, means, covariances, cancellationToken);
        return new HmmModel(former.Covariance, x.Dimensions, start, transitions, means, covariances);
    }

    /// <summary>Means and covariances from weighted rows; those of a state stay as they are when its weights are all but zero.</summary>
    /// <param name="weights">K columns of T weights.</param>
    /// <param name="shape">The shape of the covariances.</param>
    /// <param name="means">K x D.</param>
    /// <param name="covariances">As many as the shape has.</param>
    /// <param name="cancellationToken">Looked at before every pass over a column.</param>
    public void Densities(
        ReadOnlySpan<double> weights, HmmCovariance shape, Span<double> means, Span<double> covariances, CancellationToken cancellationToken)
    {
        var d = x.Dimensions;
        var total = 0.0;
        var pooled = new double[shape == HmmCovariance.Tied ? d * d : 0];
        for (var k = 0; k < states; k++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var own = weights.Slice(k * x.Rows, x.Rows);
            var occupancy = LaneReduction.Sum(own);
            if (!(occupancy > LeastOccupancy))
            {
                continue;
            }

            Centre(own, occupancy, means.Slice(k * d, d), cancellationToken);
            var covariance = covariances.Slice(CovarianceShape.Offset(shape, k, d), CovarianceShape.Block(shape, d));
            switch (shape)
            {
                case HmmCovariance.Diagonal:
                    Diagonal(own, occupancy, covariance, cancellationToken);
                    break;
                case HmmCovariance.Spherical:
                    Spherical(own, occupancy, covariance, cancellationToken);
                    break;
                case HmmCovariance.Tied:
                    Scatter(own, pooled, add: true, cancellationToken);
                    total += occupancy;
                    break;
                default:
                    Scatter(own, covariance, add: false, cancellationToken);
                    Divide(covariance, Math.Max(options.CovarianceWeight - d, 0) + occupancy);
                    break;
            }
        }

        if (shape == HmmCovariance.Tied && total > LeastOccupancy)
        {
            pooled.CopyTo(covariances);
            Divide(covariances, Math.Max(options.CovarianceWeight - d, 0) + total);
        }
    }

    private void Centre(ReadOnlySpan<double> weights, double occupancy, Span<double> mean, CancellationToken cancellationToken)
    {
        for (var i = 0; i < mean.Length; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            mean[i] = LaneReduction.Dot(weights, x[i]) / occupancy;
            Subtract(x[i], mean[i], Centred(i));
        }
    }

    private void Diagonal(ReadOnlySpan<double> weights, double occupancy, Span<double> covariance, CancellationToken cancellationToken)
    {
        var divisor = Math.Max(options.CovarianceWeight - 1, 0) + occupancy;
        for (var i = 0; i < covariance.Length; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Multiply(weights, Centred(i), weighted);
            var scatter = LaneReduction.Dot(weighted, Centred(i));
            covariance[i] = Math.Max((options.CovariancePrior + scatter) / divisor, floors[i]);
        }
    }

    private void Spherical(ReadOnlySpan<double> weights, double occupancy, Span<double> covariance, CancellationToken cancellationToken)
    {
        var divisor = Math.Max(options.CovarianceWeight - 1, 0) + occupancy;
        var sum = 0.0;
        var floor = 0.0;
        for (var i = 0; i < x.Dimensions; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Multiply(weights, Centred(i), weighted);
            sum += (options.CovariancePrior + LaneReduction.Dot(weighted, Centred(i))) / divisor;
            floor = Math.Max(floor, floors[i]);
        }

        covariance[0] = Math.Max(sum / x.Dimensions, floor);
    }

    /// <summary>The lower triangle of the weighted sum of squares and products of the centred columns.</summary>
    private void Scatter(ReadOnlySpan<double> weights, Span<double> matrix, bool add, CancellationToken cancellationToken)
    {
        var d = x.Dimensions;
        for (var i = 0; i < d; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Multiply(weights, Centred(i), weighted);
            for (var j = 0; j <= i; j++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                var entry = LaneReduction.Dot(weighted, Centred(j));
                matrix[(i * d) + j] = add ? matrix[(i * d) + j] + entry : entry;
            }
        }
    }

    /// <summary>Turns a scatter into a covariance: prior, divisor, floor, and the upper triangle.</summary>
    private void Divide(Span<double> covariance, double divisor)
    {
        var d = x.Dimensions;
        for (var i = 0; i < d; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                var entry = (options.CovariancePrior + covariance[(i * d) + j]) / divisor;
                covariance[(i * d) + j] = entry;
                covariance[(j * d) + i] = entry;
            }
        }

        Span<double> factor = new double[d * d];
        covariance.CopyTo(factor);
        if (!Cholesky.FactorWithFloor(factor, d, floors))
        {
            return;
        }

        for (var i = 0; i < d; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                var entry = LaneReduction.Dot(factor.Slice(i * d, j + 1), factor.Slice(j * d, j + 1));
                covariance[(i * d) + j] = entry;
                covariance[(j * d) + i] = entry;
            }
        }
    }

    private Span<double> Centred(int column) => centred.AsSpan(column * x.Rows, x.Rows);

    /// <summary>
    /// Expected counts plus the prior's, as probabilities; <paramref name="own"/> names the entry that the extra count goes to. What was
    /// impossible stays so; without any count the former row stays.
    /// </summary>
    private static void Renormalise(Span<double> probabilities, ReadOnlySpan<double> counts, double prior, int own, double extra)
    {
        var sum = 0.0;
        for (var k = 0; k < probabilities.Length; k++)
        {
            sum += probabilities[k] == 0 ? 0 : Math.Max(counts[k] + (k == own ? extra : 0) + prior - 1, 0);
        }

        if (!(sum > 0))
        {
            return;
        }

        for (var k = 0; k < probabilities.Length; k++)
        {
            probabilities[k] = probabilities[k] == 0 ? 0 : Math.Max(counts[k] + (k == own ? extra : 0) + prior - 1, 0) / sum;
        }
    }

    private static void Subtract(ReadOnlySpan<double> values, double centre, Span<double> target)
    {
        target = target[..values.Length];
        for (var t = 0; t < values.Length; t++)
        {
            target[t] = values[t] - centre;
        }
    }

    private static void Multiply(ReadOnlySpan<double> left, ReadOnlySpan<double> right, Span<double> target)
    {
        right = right[..left.Length];
        target = target[..left.Length];
        for (var t = 0; t < left.Length; t++)
        {
            target[t] = left[t] * right[t];
        }
    }
}
