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

    public HmmModel Run(ExpectationStep expected, HmmModel former)
    {
        var start = former.StartProbabilities.ToArray();
        var transitions = former.Transitions.ToArray();
        Renormalise(start, expected.Starts, options.StartPrior);
        for (var k = 0; k < states; k++)
        {
            Renormalise(transitions.AsSpan(k * states, states), expected.Transitions.AsSpan(k * states, states), options.TransitionPrior);
        }

        var means = former.Means.ToArray();
        var covariances = former.Covariances.ToArray();
        var block = covariances.Length / states;
        for (var k = 0; k < states; k++)
        {
            Density(
                expected.Posterior(k), former.Covariance, means.AsSpan(k * x.Dimensions, x.Dimensions), covariances.AsSpan(k * block, block));
        }

        return new HmmModel(former.Covariance, x.Dimensions, start, transitions, means, covariances);
    }

    /// <summary>A mean and a covariance from weighted rows; both stay as they are when the weights are all but zero.</summary>
    public void Density(ReadOnlySpan<double> weights, HmmCovariance shape, Span<double> mean, Span<double> covariance)
    {
        var occupancy = LaneReduction.Sum(weights);
        if (!(occupancy > LeastOccupancy))
        {
            return;
        }

        for (var i = 0; i < mean.Length; i++)
        {
            mean[i] = LaneReduction.Dot(weights, x[i]) / occupancy;
            Subtract(x[i], mean[i], Centred(i));
        }

        if (shape == HmmCovariance.Diagonal)
        {
            var divisor = Math.Max(options.CovarianceWeight - 1, 0) + occupancy;
            for (var i = 0; i < mean.Length; i++)
            {
                Multiply(weights, Centred(i), weighted);
                var scatter = LaneReduction.Dot(weighted, Centred(i));
                covariance[i] = Math.Max((options.CovariancePrior + scatter) / divisor, floors[i]);
            }
        }
        else
        {
            Full(weights, Math.Max(options.CovarianceWeight - mean.Length, 0) + occupancy, covariance);
        }
    }

    private void Full(ReadOnlySpan<double> weights, double divisor, Span<double> covariance)
    {
        var d = x.Dimensions;
        for (var i = 0; i < d; i++)
        {
            Multiply(weights, Centred(i), weighted);
            for (var j = 0; j <= i; j++)
            {
                var entry = (options.CovariancePrior + LaneReduction.Dot(weighted, Centred(j))) / divisor;
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

    /// <summary>Expected counts plus the prior's, as probabilities. What was impossible stays so; without any count the former row stays.</summary>
    private static void Renormalise(Span<double> probabilities, ReadOnlySpan<double> counts, double prior)
    {
        var sum = 0.0;
        for (var k = 0; k < probabilities.Length; k++)
        {
            sum += probabilities[k] == 0 ? 0 : Math.Max(counts[k] + prior - 1, 0);
        }

        if (!(sum > 0))
        {
            return;
        }

        for (var k = 0; k < probabilities.Length; k++)
        {
            probabilities[k] = probabilities[k] == 0 ? 0 : Math.Max(counts[k] + prior - 1, 0) / sum;
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
