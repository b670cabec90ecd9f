using Ratchet.Numerics.Randomness;
using Ratchet.Numerics.Reductions;
using Ratchet.Validation.Significance;

namespace Ratchet.Lifecycle.Adaptation;

/// <summary>
/// The interval of a mean over trades whose results depend on each other: whole UTC days are resampled in blocks (stationary bootstrap), days without trades among
/// them, and the mean is that of all trades of the resampled days. The block length is chosen from the daily sums.
/// </summary>
internal static class DayInterval
{
    private const long Day = 86_400_000;

    public static ConfidenceInterval OfMean(IReadOnlyList<long> times, ReadOnlySpan<double> values, ProfileStudyOptions options, StreamKey key)
    {
        if (values.IsEmpty)
        {
            return new(double.NaN, double.NaN, double.NaN, options.Confidence);
        }

        var (first, last) = (times.Min() / Day, times.Max() / Day);
        var sums = new double[last - first + 1];
        var counts = new double[sums.Length];
        for (var i = 0; i < values.Length; i++)
        {
            sums[(times[i] / Day) - first] += values[i];
            counts[(times[i] / Day) - first]++;
        }

        var mean = LaneReduction.Mean(values);
        var days = new double[sums.Length];
        for (var i = 0; i < days.Length; i++)
        {
            days[i] = i;
        }

        var interval = StationaryBootstrap.Interval(
            days,
            sample =>
            {
                var (sum, count) = (0.0, 0.0);
                foreach (var day in sample)
                {
                    sum += sums[(int)day];
                    count += counts[(int)day];
                }

                return count == 0 ? mean : sum / count;
            },
            options.Resamples,
            BlockLength.Stationary(sums),
            options.Confidence,
            key);
        return interval with { Estimate = mean };
    }
}
