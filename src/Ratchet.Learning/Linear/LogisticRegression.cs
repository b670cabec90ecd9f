using Ratchet.Numerics.Matrices;
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
    /// is -53 ln 2 or 53 ln 2, a probability one rounding away from the class.
    /// </returns>
    /// <exception cref="ArgumentException">A shape is wrong or a number is outside its range.</exception>
    public static LogisticModel Fit(
        ReadOnlySpan<double> x, int dimensions, ReadOnlySpan<double> y, ReadOnlySpan<double> weights, LogisticOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        var columns = new DesignColumns(x, dimensions, y, weights);
        var zero = true;
        var one = true;
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
            return new LogisticModel(new double[dimensions], one ? CertainLogOdds : -CertainLogOdds);
        }

        return Newton(columns, y, options);
    }

    private static LogisticModel Newton(DesignColumns columns, ReadOnlySpan<double> y, LogisticOptions options)
    {
        var objective = new LogisticObjective(columns, y, options.L2);
        var n = objective.Size;
        var parameters = new double[n];
        var trial = new double[n];
        var step = new double[n];
        var share = LaneReduction.Dot(y, columns.Weights) / columns.TotalWeight;
        parameters[^1] = Math.Log(share / (1 - share));
        var loss = objective.Evaluate(parameters);
        var converged = false;
        for (var iteration = 0; iteration < options.MaxIterations && !converged; iteration++)
        {
            Cholesky.FactorWithFloor(objective.Hessian, n, RidgeRegression.PivotFloors(objective.Hessian, n));
            objective.Gradient.CopyTo(step, 0);
            Cholesky.Solve(objective.Hessian, n, step);
            var squaredDecrement = LaneReduction.Dot(step, objective.Gradient);
            converged = squaredDecrement <= options.Tolerance * options.Tolerance * columns.TotalWeight;

            // A sum of n losses is good to about this much; a step that changes less is as good as a fall.
            var slack = 1e-13 * Math.Abs(loss);
            var size = 1.0;
            double reached;
            do
            {
                for (var i = 0; i < n; i++)
                {
                    trial[i] = parameters[i] - (size * step[i]);
                }

                reached = objective.Evaluate(trial);
                size *= 0.5;
            }
            while (!(reached <= loss + slack) && size > 1e-10);

            if (!(reached <= loss + slack))
            {
                break;
            }

            (parameters, trial) = (trial, parameters);
            loss = reached;
        }

        var coefficients = parameters.AsSpan(0, n - 1);
        return new LogisticModel(coefficients, columns.Uncentre(parameters[^1], coefficients), converged);
    }
}
