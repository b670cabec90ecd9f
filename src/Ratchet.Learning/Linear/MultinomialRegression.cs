using Ratchet.Learning.Learners;

namespace Ratchet.Learning.Linear;

/// <summary>
/// Multinomial logistic regression: softmax over K classes, minimising Σ wᵢ logloss + L2/2 Σ_k |b_k|², intercepts not penalised, by Newton's method with step
/// halving. A step costs O(n K² d²), and K (d + 1) may be at most 4,000. Weights and intercepts sum to 0 over the classes. Source: Böhning (1992); Hastie,
/// Tibshirani, Friedman, The Elements of Statistical Learning (2009), section 4.4.
/// </summary>
public static class MultinomialRegression
{
    private const int MaxParameters = 4000;

    /// <summary>Fits a model.</summary>
    /// <param name="x">n x d finite numbers, row-major, n at least 1.</param>
    /// <param name="dimensions">d, at least 1.</param>
    /// <param name="labels">n classes, 0 to K - 1.</param>
    /// <param name="classes">K, at least 2.</param>
    /// <param name="weights">n weights of 0 or more, not all 0; empty for ones.</param>
    /// <param name="options">How; checked here.</param>
    /// <returns>The minimum. Classes without weight get probability 0; where a single class has weight, it gets probability 1.</returns>
    /// <exception cref="ArgumentException">A shape is wrong or a number is outside its range.</exception>
    public static MultinomialModel Fit(
        ReadOnlySpan<double> x, int dimensions, ReadOnlySpan<int> labels, int classes, ReadOnlySpan<double> weights, LogisticOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        ArgumentOutOfRangeException.ThrowIfLessThan(classes, 2);
        return Fit(new DesignColumns(x, dimensions, new double[labels.Length], weights, options.Intercept), labels, classes, options, null, CancellationToken.None);
    }

    internal static MultinomialModel Fit(
        DesignColumns columns, ReadOnlySpan<int> labels, int classes, LogisticOptions options, IProgress<LearningProgress>? progress, CancellationToken cancellationToken)
    {
        var shares = new double[classes];
        for (var t = 0; t < labels.Length; t++)
        {
            if ((uint)labels[t] >= (uint)classes)
            {
                throw new ArgumentException($"labels holds {labels[t]} in row {t}; a label is 0 to {classes - 1}.", nameof(labels));
            }

            shares[labels[t]] += columns.Weights[t];
        }

        int[] present = [.. Enumerable.Range(0, classes).Where(c => shares[c] > 0)];
        var d = columns.Dimensions;
        var coefficients = new double[classes * d];
        var intercepts = new double[classes];
        Array.Fill(intercepts, double.NegativeInfinity);
        if (present.Length == 1)
        {
            intercepts[present[0]] = 0;
            return new(coefficients, intercepts);
        }

        var width = d + 1;
        if ((long)present.Length * width > MaxParameters)
        {
            throw new ArgumentException($"{present.Length} classes of {d} columns have {(long)present.Length * width} parameters; at most {MaxParameters} are fitted.", nameof(classes));
        }

        var parameters = Start(shares, present, width, options.Intercept);
        var numbers = new int[classes];
        for (var k = 0; k < present.Length; k++)
        {
            numbers[present[k]] = k;
        }

        // A label of weight 0 that no other row shares may map to any class.
        var mapped = new int[labels.Length];
        for (var t = 0; t < mapped.Length; t++)
        {
            mapped[t] = numbers[labels[t]];
        }

        var objective = new MultinomialObjective(columns, mapped, present.Length, options.L2, options.Intercept);
        var converged = NewtonDescent.Minimise(objective, ref parameters, options, progress, cancellationToken);
        for (var k = 0; k < present.Length; k++)
        {
            var own = parameters.AsSpan(k * width, d);
            intercepts[present[k]] = columns.Restore(parameters[(k * width) + d], own);
            own.CopyTo(coefficients.AsSpan(present[k] * d));
        }

        return new(coefficients, intercepts, converged);
    }

    /// <summary>The classes' log shares as intercepts, about 0.</summary>
    private static double[] Start(double[] shares, int[] present, int width, bool intercept)
    {
        var parameters = new double[present.Length * width];
        if (intercept)
        {
            var mean = present.Average(c => Math.Log(shares[c]));
            for (var k = 0; k < present.Length; k++)
            {
                parameters[((k + 1) * width) - 1] = Math.Log(shares[present[k]]) - mean;
            }
        }

        return parameters;
    }
}
