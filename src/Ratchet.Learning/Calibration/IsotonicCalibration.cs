namespace Ratchet.Learning.Calibration;

/// <summary>A curve that never falls: straight lines between knots, constant outside them. Immutable.</summary>
public sealed class IsotonicCalibration : ICalibration
{
    private readonly double[] scores;
    private readonly double[] probabilities;

    /// <summary>A curve from its knots.</summary>
    /// <param name="scores">At least one finite score, strictly rising.</param>
    /// <param name="probabilities">As many finite values that never fall.</param>
    /// <exception cref="ArgumentException">The knots are not as described.</exception>
    public IsotonicCalibration(ReadOnlySpan<double> scores, ReadOnlySpan<double> probabilities)
    {
        if (scores.IsEmpty || scores.Length != probabilities.Length)
        {
            throw new ArgumentException(
                $"scores has {scores.Length} elements and probabilities {probabilities.Length}; they must agree, with at least one.", nameof(scores));
        }

        for (var i = 0; i < scores.Length; i++)
        {
            var rises = i == 0 || (scores[i] > scores[i - 1] && probabilities[i] >= probabilities[i - 1]);
            if (!rises || !double.IsFinite(scores[i]) || !double.IsFinite(probabilities[i]))
            {
                throw new ArgumentException($"Knot {i} ({scores[i]}, {probabilities[i]}) is not finite or does not follow the one before.", nameof(scores));
            }
        }

        this.scores = scores.ToArray();
        this.probabilities = probabilities.ToArray();
    }

    /// <summary>The knots' scores, rising.</summary>
    public ReadOnlySpan<double> Scores => scores;

    /// <summary>The knots' probabilities, never falling.</summary>
    public ReadOnlySpan<double> Probabilities => probabilities;

    /// <inheritdoc/>
    public double Apply(double score)
    {
        if (double.IsNaN(score))
        {
            return double.NaN;
        }

        var at = Array.BinarySearch(scores, score);
        if (at >= 0)
        {
            return probabilities[at];
        }

        var above = ~at;
        if (above == 0)
        {
            return probabilities[0];
        }

        if (above == scores.Length)
        {
            return probabilities[^1];
        }

        var share = (score - scores[above - 1]) / (scores[above] - scores[above - 1]);
        return probabilities[above - 1] + (share * (probabilities[above] - probabilities[above - 1]));
    }
}
