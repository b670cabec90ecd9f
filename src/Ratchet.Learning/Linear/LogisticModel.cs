using Ratchet.Numerics.Distributions;
using Ratchet.Numerics.Reductions;

namespace Ratchet.Learning.Linear;

/// <summary>A fitted logistic regression. Immutable.</summary>
public sealed class LogisticModel
{
    private readonly double[] weights;

    /// <summary>A model from its numbers.</summary>
    /// <param name="weights">One per column.</param>
    /// <param name="intercept">The log-odds at zero.</param>
    /// <param name="converged">Whether the fit reached its tolerance.</param>
    public LogisticModel(ReadOnlySpan<double> weights, double intercept, bool converged = true)
    {
        this.weights = weights.ToArray();
        Intercept = intercept;
        Converged = converged;
    }

    /// <summary>One weight per column.</summary>
    public ReadOnlySpan<double> Weights => weights;

    /// <summary>The log-odds at zero.</summary>
    public double Intercept { get; }

    /// <summary>Whether the fit reached its tolerance within its iterations. Separable classes without a penalty have their minimum at infinity; the fit then stops somewhere on the way.</summary>
    public bool Converged { get; }

    /// <summary>The log-odds of a row; NaN where the row holds a NaN.</summary>
    /// <param name="row">As many numbers as there are weights.</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public double Decision(ReadOnlySpan<double> row) => Intercept + LaneReduction.Dot(weights, row);

    /// <summary>The probability of class 1 for a row; NaN where the row holds a NaN.</summary>
    /// <param name="row">As many numbers as there are weights.</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public double Predict(ReadOnlySpan<double> row) => LogisticFunction.Sigmoid(Decision(row));
}
