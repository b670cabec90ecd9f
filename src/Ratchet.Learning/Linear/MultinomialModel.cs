using Ratchet.Numerics.Reductions;

namespace Ratchet.Learning.Linear;

/// <summary>A fitted multinomial logistic regression. Immutable.</summary>
public sealed class MultinomialModel
{
    private readonly double[] weights;
    private readonly double[] intercepts;

    /// <summary>A model from its numbers.</summary>
    /// <param name="weights">K x d numbers, class by class.</param>
    /// <param name="intercepts">K numbers, at least two; negative infinity for a class that never occurs.</param>
    /// <param name="converged">Whether the fit reached its tolerance.</param>
    /// <exception cref="ArgumentException">The weights are no multiple of the intercepts, or there are fewer than two classes.</exception>
    public MultinomialModel(ReadOnlySpan<double> weights, ReadOnlySpan<double> intercepts, bool converged = true)
    {
        if (intercepts.Length < 2 || weights.Length % intercepts.Length != 0)
        {
            throw new ArgumentException($"weights has {weights.Length} elements and intercepts {intercepts.Length}; at least two classes need as many weights each.", nameof(weights));
        }

        this.weights = weights.ToArray();
        this.intercepts = intercepts.ToArray();
        Converged = converged;
    }

    /// <summary>K.</summary>
    public int Classes => intercepts.Length;

    /// <summary>d.</summary>
    public int Dimensions => weights.Length / intercepts.Length;

    /// <summary>One weight per column and class, class by class; they sum to 0 over the classes.</summary>
    public ReadOnlySpan<double> Weights => weights;

    /// <summary>One per class; negative infinity where the class never occurred, the others sum to 0.</summary>
    public ReadOnlySpan<double> Intercepts => intercepts;

    /// <summary>Whether the fit reached its tolerance within its iterations.</summary>
    public bool Converged { get; }

    /// <summary>The probability of each class for a row: the softmax of intercept plus weighted sum. All NaN where the row holds a NaN.</summary>
    /// <param name="row">d numbers.</param>
    /// <param name="probabilities">Receives K numbers.</param>
    /// <exception cref="ArgumentException">A length is wrong.</exception>
    public void Predict(ReadOnlySpan<double> row, Span<double> probabilities)
    {
        if (probabilities.Length != Classes)
        {
            throw new ArgumentException($"probabilities has {probabilities.Length} elements; there are {Classes} classes.", nameof(probabilities));
        }

        var largest = double.NegativeInfinity;
        for (var c = 0; c < Classes; c++)
        {
            probabilities[c] = intercepts[c] + LaneReduction.Dot(weights.AsSpan(c * Dimensions, Dimensions), row);
            largest = Math.Max(largest, probabilities[c]);
        }

        var total = 0.0;
        for (var c = 0; c < Classes; c++)
        {
            probabilities[c] = Math.Exp(probabilities[c] - largest);
            total += probabilities[c];
        }

        for (var c = 0; c < Classes; c++)
        {
            probabilities[c] /= total;
        }
    }
}
