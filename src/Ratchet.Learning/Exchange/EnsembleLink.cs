namespace Ratchet.Learning.Exchange;

/// <summary>From base scores to margins and from margins to predictions, in the float32 steps that XGBoost takes.</summary>
internal static class EnsembleLink
{
    /// <summary>Whether a base score is a probability and its margin the log odds.</summary>
    public static bool IsLogistic(EnsembleObjective objective) => objective is EnsembleObjective.BinaryLogistic or EnsembleObjective.RegressionLogistic;

    /// <summary>Predictions a row.</summary>
    public static int OutputCount(EnsembleObjective objective, int groups) => objective == EnsembleObjective.SoftMax ? 1 : groups;

    /// <summary>The margin of a base score.</summary>
    public static float Margin(EnsembleObjective objective, float baseScore) =>
        IsLogistic(objective) ? -MathF.Log((1.0f / baseScore) - 1.0f) : baseScore;

    /// <summary>Turns one row's margins into its prediction.</summary>
    /// <param name="objective">The objective.</param>
    /// <param name="margins">One number a group; overwritten by some objectives.</param>
    /// <param name="output">The prediction; may be the same memory.</param>
    public static void Apply(EnsembleObjective objective, Span<float> margins, Span<float> output)
    {
        switch (objective)
        {
            case EnsembleObjective.BinaryLogistic or EnsembleObjective.RegressionLogistic:
                for (var g = 0; g < margins.Length; g++)
                {
                    output[g] = Sigmoid(margins[g]);
                }

                break;
            case EnsembleObjective.SoftProbability:
                SoftMax(margins);
                margins.CopyTo(output);
                break;
            case EnsembleObjective.SoftMax:
                output[0] = Largest(margins);
                break;
            default:
                margins.CopyTo(output);
                break;
        }
    }

    // The bound keeps the exponential finite; 1e-16 vanishes beside 1, as it does there.
    private static float Sigmoid(float margin) => 1.0f / (MathF.Exp(MathF.Min(-margin, 88.7f)) + 1.0f + 1e-16f);

    private static void SoftMax(Span<float> margins)
    {
        var largest = margins[0];
        foreach (var margin in margins)
        {
            largest = MathF.Max(largest, margin);
        }

        var sum = 0.0;
        foreach (ref var margin in margins)
        {
            margin = MathF.Exp(margin - largest);
            sum += margin;
        }

        foreach (ref var margin in margins)
        {
            margin /= (float)sum;
        }
    }

    private static int Largest(ReadOnlySpan<float> margins)
    {
        var best = 0;
        for (var g = 1; g < margins.Length; g++)
        {
            best = margins[g] > margins[best] ? g : best;
        }

        return best;
    }
}
