using Ratchet.Numerics.Randomness;
using Ratchet.Validation.Metrics;

namespace Ratchet.Validation.Significance;

/// <summary>
/// The stationary bootstrap (Politis and Romano, 1994): a resample is made of blocks of the series, wrapped around its end, whose lengths are
/// geometric, so that short-range dependence survives. Resample b draws from the key's child b, whatever the order of computation.
/// </summary>
public static class StationaryBootstrap
{
    /// <summary>Writes one resample.</summary>
    /// <param name="values">The series, not empty.</param>
    /// <param name="resample">Receives as many numbers as it is long.</param>
    /// <param name="meanBlockLength">The expected block length, from 1; 1 is the ordinary bootstrap.</param>
    /// <param name="key">Names the random stream.</param>
    /// <exception cref="ArgumentException">The series is empty or the length is below 1.</exception>
    public static void Resample(ReadOnlySpan<double> values, Span<double> resample, double meanBlockLength, StreamKey key)
    {
        Check(values, meanBlockLength);
        var random = key.Open();
        var restart = 1 / meanBlockLength;
        var place = 0;
        for (var i = 0; i < resample.Length; i++)
        {
            if (i == 0 || random.NextDouble() < restart)
            {
                place = random.NextInt(values.Length);
            }
            else
            {
                place = place + 1 == values.Length ? 0 : place + 1;
            }

            resample[i] = values[place];
        }
    }

    /// <summary>The percentile interval of a statistic: the quantiles (1 - c) / 2 and (1 + c) / 2 of its resamples.</summary>
    /// <param name="values">The series, not empty.</param>
    /// <param name="statistic">What is computed from each resample; must return finite numbers.</param>
    /// <param name="resamples">How many, from 1; 1,000 or more are usual.</param>
    /// <param name="meanBlockLength">The expected block length, from 1; see <see cref="BlockLength"/>.</param>
    /// <param name="confidence">c, in (0, 1).</param>
    /// <param name="key">Names the random streams.</param>
    /// <returns>The interval; cost: resamples times the statistic.</returns>
    /// <exception cref="ArgumentException">A parameter is out of range.</exception>
    public static ConfidenceInterval Interval(
        ReadOnlySpan<double> values, SeriesStatistic statistic, int resamples, double meanBlockLength, double confidence, StreamKey key)
    {
        Check(values, meanBlockLength);
        ArgumentOutOfRangeException.ThrowIfLessThan(resamples, 1);
        if (!(confidence > 0 && confidence < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(confidence), confidence, "confidence must be in (0, 1).");
        }

        var resample = new double[values.Length];
        var results = new double[resamples];
        for (var b = 0; b < resamples; b++)
        {
            Resample(values, resample, meanBlockLength, key.Derive(b));
            results[b] = statistic(resample);
        }

        return new(
            statistic(values),
            TailRisk.Quantile(results, (1 - confidence) / 2),
            TailRisk.Quantile(results, (1 + confidence) / 2),
            confidence);
    }

    private static void Check(ReadOnlySpan<double> values, double meanBlockLength)
    {
        if (values.IsEmpty)
        {
            throw new ArgumentException("values must have at least one element.", nameof(values));
        }

        if (!(meanBlockLength >= 1 && double.IsFinite(meanBlockLength)))
        {
            throw new ArgumentOutOfRangeException(nameof(meanBlockLength), meanBlockLength, "meanBlockLength must be finite and at least 1.");
        }
    }
}
