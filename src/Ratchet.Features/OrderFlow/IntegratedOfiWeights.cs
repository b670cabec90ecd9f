namespace Ratchet.Features.OrderFlow;

/// <summary>
/// Fitted weights of the integrated order-flow imbalance: the first principal component of the scaled imbalances of M levels, its sign so that the
/// weights sum to a positive number, divided by the sum of their absolute values. Immutable. Source: Cont, Cucuringu, Zhang (2021), equation 4.
/// </summary>
public sealed class IntegratedOfiWeights
{
    private const int MostSteps = 10_000;

    private readonly double[] weights;

    /// <summary>Weights from elsewhere.</summary>
    /// <param name="weights">One a level; absolute values sum to 1 within 1e-9.</param>
    /// <param name="fittedUntil">The time of the latest row they were learned from, nanoseconds UTC.</param>
    /// <param name="explainedVariance">The share of variance the component explains, 0 to 1.</param>
    /// <exception cref="ArgumentException">They do not sum to 1.</exception>
    public IntegratedOfiWeights(ReadOnlySpan<double> weights, long fittedUntil, double explainedVariance)
    {
        var sum = 0.0;
        foreach (var weight in weights)
        {
            sum += Math.Abs(weight);
        }

        if (!(Math.Abs(sum - 1) <= 1e-9))
        {
            throw new ArgumentException($"The absolute weights sum to {sum}; they must sum to 1.", nameof(weights));
        }

        this.weights = weights.ToArray();
        FittedUntil = fittedUntil;
        ExplainedVariance = explainedVariance;
    }

    /// <summary>M.</summary>
    public int Levels => weights.Length;

    /// <summary>The time of the latest row they were learned from, nanoseconds UTC; earlier moments may not use them.</summary>
    public long FittedUntil { get; }

    /// <summary>The share of the rows' variance that the component explains.</summary>
    public double ExplainedVariance { get; }

    /// <summary>The weights, the best level first.</summary>
    public ReadOnlySpan<double> Weights => weights;

    /// <summary>Learns the weights from rows of scaled imbalances. O(rows M² + M² steps).</summary>
    /// <param name="rows">Row after row, M numbers each; a row with a NaN is left out.</param>
    /// <param name="levels">M, at least 1.</param>
    /// <param name="fittedUntil">The time of the latest row, nanoseconds UTC.</param>
    /// <returns>The weights, or null where fewer than two whole rows are there or the rows do not vary.</returns>
    /// <exception cref="ArgumentException">The rows are not a multiple of M.</exception>
    public static IntegratedOfiWeights? Fit(ReadOnlySpan<double> rows, int levels, long fittedUntil)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(levels, 1);
        if (rows.Length % levels != 0)
        {
            throw new ArgumentException($"{rows.Length} numbers are no whole rows of {levels}.", nameof(rows));
        }

        var covariance = Covariance(rows, levels);
        if (covariance is null)
        {
            return null;
        }

        var trace = 0.0;
        for (var m = 0; m < levels; m++)
        {
            trace += covariance[(m * levels) + m];
        }

        if (!(trace > 0))
        {
            return null;
        }

        var (vector, value) = Leading(covariance, levels);
        var (sum, absolute) = (0.0, 0.0);
        foreach (var v in vector)
        {
            sum += v;
            absolute += Math.Abs(v);
        }

        for (var m = 0; m < levels; m++)
        {
            vector[m] *= (sum < 0 ? -1 : 1) / absolute;
        }

        return new(vector, fittedUntil, value / trace);
    }

    /// <summary>The weighted sum; NaN where an imbalance is NaN.</summary>
    /// <param name="scaled">M scaled imbalances.</param>
    /// <exception cref="ArgumentException">Their number is not M.</exception>
    public double Apply(ReadOnlySpan<double> scaled)
    {
        if (scaled.Length != weights.Length)
        {
            throw new ArgumentException($"There are {scaled.Length} imbalances; the weights are for {weights.Length}.", nameof(scaled));
        }

        var sum = 0.0;
        for (var m = 0; m < weights.Length; m++)
        {
            sum += weights[m] * scaled[m];
        }

        return sum;
    }

    private static double[]? Covariance(ReadOnlySpan<double> rows, int levels)
    {
        var means = new double[levels];
        var count = 0;
        for (var r = 0; r < rows.Length; r += levels)
        {
            if (IsWhole(rows.Slice(r, levels)))
            {
                count++;
                for (var m = 0; m < levels; m++)
                {
                    means[m] += rows[r + m];
                }
            }
        }

        if (count < 2)
        {
            return null;
        }

        for (var m = 0; m < levels; m++)
        {
            means[m] /= count;
        }

        var covariance = new double[levels * levels];
        for (var r = 0; r < rows.Length; r += levels)
        {
            if (!IsWhole(rows.Slice(r, levels)))
            {
                continue;
            }

            for (var i = 0; i < levels; i++)
            {
                for (var j = 0; j < levels; j++)
                {
                    covariance[(i * levels) + j] += (rows[r + i] - means[i]) * (rows[r + j] - means[j]) / (count - 1);
                }
            }
        }

        return covariance;
    }

    private static bool IsWhole(ReadOnlySpan<double> row)
    {
        foreach (var value in row)
        {
            if (!double.IsFinite(value))
            {
                return false;
            }
        }

        return true;
    }

    // Power iteration from the column of the largest variance, which is never orthogonal to the leading vector unless that level does not move with it.
    private static (double[] Vector, double Value) Leading(double[] matrix, int size)
    {
        var largest = 0;
        for (var m = 1; m < size; m++)
        {
            largest = matrix[(m * size) + m] > matrix[(largest * size) + largest] ? m : largest;
        }

        var vector = matrix.AsSpan(largest * size, size).ToArray();
        var next = new double[size];
        var value = Normalise(vector);
        for (var step = 0; step < MostSteps; step++)
        {
            for (var i = 0; i < size; i++)
            {
                next[i] = 0;
                for (var j = 0; j < size; j++)
                {
                    next[i] += matrix[(i * size) + j] * vector[j];
                }
            }

            value = Normalise(next);
            var change = 0.0;
            for (var i = 0; i < size; i++)
            {
                change = Math.Max(change, Math.Abs(next[i] - vector[i]));
            }

            (vector, next) = (next, vector);
            if (change < 1e-14)
            {
                break;
            }
        }

        return (vector, value);
    }

    private static double Normalise(double[] vector)
    {
        var square = 0.0;
        foreach (var v in vector)
        {
            square += v * v;
        }

        var length = Math.Sqrt(square);
        for (var i = 0; i < vector.Length; i++)
        {
            vector[i] /= length;
        }

        return length;
    }
}
