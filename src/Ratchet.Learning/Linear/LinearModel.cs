using Ratchet.Numerics.Reductions;

namespace Ratchet.Learning.Linear;

/// <summary>A linear prediction: the intercept plus the weighted sum of a row. Immutable.</summary>
public sealed class LinearModel
{
    private readonly double[] weights;

    /// <summary>A model from its numbers.</summary>
    /// <param name="weights">One per column.</param>
    /// <param name="intercept">The prediction at zero.</param>
    public LinearModel(ReadOnlySpan<double> weights, double intercept)
    {
        this.weights = weights.ToArray();
        Intercept = intercept;
    }

    /// <summary>One weight per column.</summary>
    public ReadOnlySpan<double> Weights => weights;

    /// <summary>The prediction at zero.</summary>
    public double Intercept { get; }

    /// <summary>The prediction for a row; NaN where the row holds a NaN.</summary>
    /// <param name="row">As many numbers as there are weights.</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public double Predict(ReadOnlySpan<double> row) => Intercept + LaneReduction.Dot(weights, row);
}
