using Ratchet.Hosting.Configuration;
using Ratchet.Market.Bars;
using Ratchet.Market.Time;
using Ratchet.Validation.Splits;

namespace Ratchet.Hosting.Composition;

/// <summary>
/// Where the sealed part of a series begins. The border is drawn on the whole series; a range that is asked for chooses among the bars before it and never moves it.
/// </summary>
public static class SealedBorder
{
    /// <summary>Cuts a series into what the configuration's range shows and what is sealed.</summary>
    /// <param name="whole">The whole series, as it is stored.</param>
    /// <param name="configuration">The range, and how much is sealed.</param>
    /// <returns>
    /// The parts as ranges of the series; they do not meet where the range ends before the border. And what is to be said about a range that reached beyond it;
    /// null where there is nothing to say.
    /// </returns>
    /// <exception cref="ConfigurationException">The range cannot be read, or holds no bars but sealed ones.</exception>
    public static (HoldOut Split, string? Notice) Cut(BarSeries whole, RatchetConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(whole);
        ArgumentNullException.ThrowIfNull(configuration);
        var split = ConfigurationMapping.Checked(configuration, () =>
        {
            configuration.Validation.HoldOut.Validate();
            return HoldOut.Choose(whole.OpenTime, configuration.Validation.HoldOut);
        });
        var text = configuration.Data.Timerange;
        if (text.Length == 0)
        {
            return (split, null);
        }

        var range = TimeRange.TryParse(text, out var parsed)
            ? parsed
            : throw new ConfigurationException($"data.timerange '{text}' is no range; write 20240101-20240601, 20240101- or -20240601.");
        var times = whole.OpenTime;
        var start = LowerBound(times, range.From);
        var end = LowerBound(times, range.To);
        if (end <= start)
        {
            throw new ConfigurationException(
                $"data.timerange '{text}' holds no bars of {whole.Symbol} {whole.TimeFrame}: there are {whole.Count}, from {UtcTime.Format(times[0])} to {UtcTime.Format(times[^1])}.");
        }

        var border = split.Sealed.Start;
        if (start >= border)
        {
            throw new ConfigurationException(
                $"data.timerange '{text}' holds sealed bars only: of {whole.Symbol} {whole.TimeFrame} everything from {UtcTime.Format(times[border])} on is sealed. " +
                "Choose an earlier range; 'ratchet backtest --study NAME --open-holdout' opens the sealed part, once a study is finished.");
        }

        var notice = end > border && range.To != long.MaxValue
            ? $"--timerange {text} reaches into the sealed part of {whole.Symbol} {whole.TimeFrame}: it is cut at {UtcTime.Format(times[border])}, where the sealed part of the whole series begins."
            : null;
        return (new(new(start, Math.Min(end, border)), split.Sealed), notice);
    }

    private static int LowerBound(ReadOnlySpan<long> times, long time)
    {
        var index = times.BinarySearch(time);
        return index < 0 ? ~index : index;
    }
}
