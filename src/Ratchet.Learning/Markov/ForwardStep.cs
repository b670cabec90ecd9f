namespace Ratchet.Learning.Markov;

/// <summary>
/// One step of the scaled forward recursion. Log-densities are shifted by their maximum before the exponential, so the most likely state
/// never underflows; where the favoured states were all but excluded by the prediction, the step is redone with logarithms.
/// Rounding does not accumulate: every row of probabilities is normalised.
/// </summary>
internal static class ForwardStep
{
    private const double SafeSum = 1e-250;

    /// <summary>p(state now | past) from p(state before | past): the row vector times the transition matrix.</summary>
    public static void Predict(ReadOnlySpan<double> filtered, ReadOnlySpan<double> transitions, Span<double> predicted)
    {
        var n = predicted.Length;
        var first = filtered[0];
        for (var k = 0; k < predicted.Length; k++)
        {
            predicted[k] = first * transitions[k];
        }

        for (var j = 1; j < filtered.Length; j++)
        {
            var weight = filtered[j];
            var row = transitions.Slice(j * n, n);
            for (var k = 0; k < predicted.Length; k++)
            {
                predicted[k] += weight * row[k];
            }
        }
    }

    /// <summary>p(state | past and this row), by Bayes' rule.</summary>
    /// <param name="predicted">p(state | past), K numbers that sum to 1.</param>
    /// <param name="logDensities">The row's log-density under each state.</param>
    /// <param name="filtered">Receives K probabilities; must not overlap the inputs.</param>
    /// <returns>The log-likelihood of the row given the past; negative infinity (and the prediction unchanged) when no reachable state can emit it.</returns>
    public static double Correct(ReadOnlySpan<double> predicted, ReadOnlySpan<double> logDensities, Span<double> filtered)
    {
        predicted = predicted[..filtered.Length];
        logDensities = logDensities[..filtered.Length];
        var highest = logDensities[0];
        for (var k = 1; k < logDensities.Length; k++)
        {
            highest = Math.Max(highest, logDensities[k]);
        }

        var sum = 0.0;
        for (var k = 0; k < logDensities.Length; k++)
        {
            var weight = predicted[k] * Math.Exp(logDensities[k] - highest);
            filtered[k] = weight;
            sum += weight;
        }

        if (!(sum > SafeSum))
        {
            return CorrectWithLogarithms(predicted, logDensities, filtered);
        }

        var inverse = 1 / sum;
        for (var k = 0; k < filtered.Length; k++)
        {
            filtered[k] *= inverse;
        }

        return highest + Math.Log(sum);
    }

    private static double CorrectWithLogarithms(ReadOnlySpan<double> predicted, ReadOnlySpan<double> logDensities, Span<double> filtered)
    {
        var highest = double.NegativeInfinity;
        for (var k = 0; k < filtered.Length; k++)
        {
            highest = Math.Max(highest, Math.Log(predicted[k]) + logDensities[k]);
        }

        if (double.IsNegativeInfinity(highest))
        {
            predicted.CopyTo(filtered);
            return highest;
        }

        var sum = 0.0;
        for (var k = 0; k < filtered.Length; k++)
        {
            filtered[k] = Math.Exp(Math.Log(predicted[k]) + logDensities[k] - highest);
            sum += filtered[k];
        }

        for (var k = 0; k < filtered.Length; k++)
        {
            filtered[k] /= sum;
        }

        return highest + Math.Log(sum);
    }
}
