using MathNet.Numerics.Distributions;

namespace Ratchet.Validation.Significance;

/// <summary>
/// What a Sharpe ratio is worth, given how long it was observed, how its returns are shaped and how many were tried
/// (Bailey and Lopez de Prado, 2012 and 2014). All Sharpe ratios are those of one period, not annualised.
/// </summary>
public static class SharpeStatistics
{
    private const double EulerGamma = 0.577215664901532860606512;

    /// <summary>
    /// The probability that the true Sharpe ratio is above a benchmark: Phi((s - s*) sqrt(n - 1) / sqrt(1 - g3 s + (g4 - 1) s^2 / 4)).
    /// NaN below two observations or when the term under the root is not positive.
    /// </summary>
    /// <param name="sharpe">The observed ratio of one period, s.</param>
    /// <param name="benchmark">The ratio to be beaten, s*.</param>
    /// <param name="observations">How many returns, n.</param>
    /// <param name="skewness">Of the returns, g3.</param>
    /// <param name="kurtosis">Of the returns, not the excess, g4.</param>
    public static double Probabilistic(double sharpe, double benchmark, int observations, double skewness, double kurtosis)
    {
        var variance = VarianceFactor(sharpe, skewness, kurtosis);
        return observations < 2 || !(variance > 0)
            ? double.NaN
            : Normal.CDF(0, 1, (sharpe - benchmark) * Math.Sqrt(observations - 1.0) / Math.Sqrt(variance));
    }

    /// <summary>
    /// The expected maximum of independent standard normal trials: (1 - g) z(1 - 1/N) + g z(1 - 1/(N e)), g the Euler-Mascheroni constant,
    /// z the normal quantile; 0 for one trial.
    /// </summary>
    /// <param name="trials">How many were tried, N; may be an effective number with a fraction, from 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">trials is below 1 or not finite.</exception>
    public static double ExpectedMaximum(double trials)
    {
        if (!(trials >= 1 && double.IsFinite(trials)))
        {
            throw new ArgumentOutOfRangeException(nameof(trials), trials, "trials must be finite and at least 1.");
        }

        // Near one trial the first quantile runs to minus infinity; the maximum of one draw has mean 0.
        return trials == 1
            ? 0
            : Math.Max(0, ((1 - EulerGamma) * Normal.InvCDF(0, 1, 1 - (1 / trials))) + (EulerGamma * Normal.InvCDF(0, 1, 1 - (1 / (trials * Math.E)))));
    }

    /// <summary>
    /// The probabilistic ratio against what the best of so many worthless trials would show: s* = sqrt(V) ExpectedMaximum(N).
    /// </summary>
    /// <param name="sharpe">The observed ratio of one period.</param>
    /// <param name="observations">How many returns.</param>
    /// <param name="skewness">Of the returns.</param>
    /// <param name="kurtosis">Of the returns, not the excess.</param>
    /// <param name="trials">The actual or effective number of trials, N.</param>
    /// <param name="varianceOfTrialSharpes">The variance of the trials' Sharpe ratios of one period, V, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The trials or the variance are out of range.</exception>
    public static double Deflated(double sharpe, int observations, double skewness, double kurtosis, double trials, double varianceOfTrialSharpes)
    {
        if (!(varianceOfTrialSharpes >= 0 && double.IsFinite(varianceOfTrialSharpes)))
        {
            throw new ArgumentOutOfRangeException(
                nameof(varianceOfTrialSharpes), varianceOfTrialSharpes, "varianceOfTrialSharpes must be finite and not below 0.");
        }

        return Probabilistic(sharpe, Math.Sqrt(varianceOfTrialSharpes) * ExpectedMaximum(trials), observations, skewness, kurtosis);
    }

    /// <summary>
    /// How many observations it takes until the probabilistic ratio reaches the confidence: 1 + (1 - g3 s + (g4 - 1) s^2 / 4) (z / (s - s*))^2.
    /// NaN when the observed ratio is not above the benchmark, because no length is then enough.
    /// </summary>
    /// <param name="sharpe">The observed ratio of one period, s.</param>
    /// <param name="benchmark">The ratio to be beaten, s*.</param>
    /// <param name="skewness">Of the returns.</param>
    /// <param name="kurtosis">Of the returns, not the excess.</param>
    /// <param name="confidence">In (0, 1); default 0.95.</param>
    /// <exception cref="ArgumentOutOfRangeException">The confidence is out of range.</exception>
    public static double MinimumTrackRecord(double sharpe, double benchmark, double skewness, double kurtosis, double confidence = 0.95)
    {
        if (!(confidence > 0 && confidence < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(confidence), confidence, "confidence must be in (0, 1).");
        }

        if (!(sharpe > benchmark))
        {
            return double.NaN;
        }

        var z = Normal.InvCDF(0, 1, confidence) / (sharpe - benchmark);
        return 1 + (VarianceFactor(sharpe, skewness, kurtosis) * z * z);
    }

    private static double VarianceFactor(double sharpe, double skewness, double kurtosis) =>
        1 - (skewness * sharpe) + ((kurtosis - 1) / 4 * sharpe * sharpe);
}
