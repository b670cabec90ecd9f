using Ratchet.Learning.Learners;
using Ratchet.Numerics.Reductions;

namespace Ratchet.Learning.Linear;

/// <summary>
/// Logistic regression with an L2 penalty by Newton's method with step halving (iteratively reweighted least squares). Each step costs
/// O(n d²); five to eight steps are usual. Source: Hastie, Tibshirani, Friedman, The Elements of Statistical Learning (2009), section 4.4.1.
/// </summary>
public static class LogisticRegression
{
    /// <summary>The log-odds of a probability that is one rounding away from 1: the intercept where only one class was seen.</summary>
    private static readonly double CertainLogOdds = 53 * Math.Log(2);

    /// <summary>Fits a model.</summary>
    /// <param name="x">n x d finite numbers, row-major, n at least 1.</param>
    /// <param name="dimensions">d, at least 1.</param>
    /// <param name="y">n targets in [0, 1]; numbers between are probabilities of class 1.</param>
    /// <param name="weights">n weights of 0 or more, not all 0; empty for ones.</param>
    /// <param name="options">How; checked here.</param>
    /// <returns>
    /// The minimum. Where all targets of weight above 0 are 0, or all are 1, it lies at infinity; then all weights are 0 and the intercept
    /// is -53 ln 2 or 53 ln 2, a probability one rounding away from the class. (Without an intercept there is no such case.)
    /// </returns>
    /// <exception cref="ArgumentException">A shape is wrong or a number is outside its range.</exception>
    public static LogisticModel Fit(
        ReadOnlySpan<double> x, int dimensions, ReadOnlySpan<double> y, ReadOnlySpan<double> weights, LogisticOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        return Fit(new DesignColumns(x, dimensions, y, weights, options.Intercept), y, options, null, CancellationToken.None);
    }

    /// <summary>Fits a model to columns that are checked already.</summary>
    internal static LogisticModel Fit(
        DesignColumns columns, ReadOnlySpan<double> y, LogisticOptions options, IProgress<LearningProgress>? progress, CancellationToken cancellationToken)
    {
        var zero = options.Intercept;
        var one = options.Intercept;
        for (var t = 0; t < y.Length; t++)
        {
            if (!(y[t] is >= 0 and <= 1))
            {
                throw new ArgumentException($"y holds {y[t]} in row {t}; a target is in [0, 1].", nameof(y));
            }

            zero &= y[t] == 0 || columns.Weights[t] == 0;
            one &= y[t] == 1 || columns.Weights[t] == 0;
        }

        if (zero || one)
        {
            return new LogisticModel(new double[columns.Dimensions], one ? CertainLogOdds : -CertainLogOdds);
        }

        var objective = new LogisticObjective(columns, y, options.L2, options.Intercept);
        var parameters = new double[objective.Size];
        var share = LaneReduction.Dot(y, columns.Weights) / columns.TotalWeight;
        parameters[^1] = options.Intercept ? Math.Log(share / (1 - share)) : 0;
        var converged = NewtonDescent.Minimise(objective, ref parameters, options, progress, cancellationToken);
        var coefficients = parameters.AsSpan(0, columns.Dimensions);
        var intercept = columns.Restore(parameters[^1], coefficients);
        return new LogisticModel(coefficients, intercept, converged);
    }
}
