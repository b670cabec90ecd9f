using Ratchet.Market.Instruments;
using Ratchet.Market.Time;

namespace Ratchet.Market.Bars;

/// <summary>
/// Bars of a longer time frame, counted from the opening of each session: with <see cref="TradingCalendar.CmeGlobex"/> a day begins at 17:00 Chicago time,
/// in summer and in winter. The last bar of a session ends with it and may be shorter. Otherwise as <see cref="Resampler"/>. One pass.
/// </summary>
public static class SessionResampler
{
    /// <summary>Resamples a series.</summary>
    /// <param name="bars">The source; a source bar belongs to the bar and session that it opens in.</param>
    /// <param name="target">A whole multiple of the source's time frame, at most a day.</param>
    /// <param name="calendar">When the market is open; around the clock gives the UTC grid.</param>
    /// <exception cref="ArgumentException">The target is no whole multiple of the source's time frame, or longer than a day.</exception>
    public static ResampledBars Resample(BarSeries bars, TimeFrame target, TradingCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(bars);
        ArgumentNullException.ThrowIfNull(calendar);
        if (target > TimeFrame.Day1)
        {
            throw new ArgumentException($"{target} is longer than a day; sessions have bars of at most 1d.", nameof(target));
        }

        if (ReferenceEquals(calendar, TradingCalendar.AroundTheClock) || bars.Count == 0)
        {
            return Resampler.Resample(bars, target);
        }

        if (target.Minutes < bars.TimeFrame.Minutes || target.Minutes % bars.TimeFrame.Minutes != 0)
        {
            throw new ArgumentException($"{target} is no whole multiple of the source's {bars.TimeFrame}; choose one that is.", nameof(target));
        }

        return Run(bars, target, calendar);
    }

    private static ResampledBars Run(BarSeries bars, TimeFrame target, TradingCalendar calendar)
    {
        var step = bars.TimeFrame.Milliseconds;
        var builder = new BarSeriesBuilder(bars.Symbol, target);
        Bar? incomplete = null;
        Bar? first = null;
        var (partial, outside, from) = (0, 0, 0);
        long missing = 0;

        // Sessions are cut to the range that is asked for: it begins days before the first bar, so that the first session is whole.
        var within = new TimeRange(bars.OpenTime[0] - (4 * UtcTime.MillisecondsPerDay), bars.OpenTime[^1] + (4 * UtcTime.MillisecondsPerDay));
        foreach (var session in calendar.Sessions(within))
        {
            while (from < bars.Count && bars.OpenTime[from] < session.From)
            {
                from++;
                outside++;
            }

            while (from < bars.Count && bars.OpenTime[from] < session.To)
            {
                var open = session.From + ((bars.OpenTime[from] - session.From) / target.Milliseconds * target.Milliseconds);
                var end = Math.Min(open + target.Milliseconds, session.To);
                var to = from + 1;
                while (to < bars.Count && bars.OpenTime[to] < end)
                {
                    to++;
                }

                var bar = Resampler.Merge(bars, from, to, open);
                if (to == bars.Count && bars.OpenTime[to - 1] + step < end)
                {
                    incomplete = bar;
                }
                else if (from == 0 && bars.OpenTime[0] != open)
                {
                    first = bar;
                }
                else
                {
                    var full = (end - open + step - 1) / step;
                    builder.Add(bar);
                    partial += to - from < full ? 1 : 0;
                    missing += full - (to - from);
                }

                from = to;
            }
        }

        return new(builder.Build(), incomplete, partial, missing) { OutsideSessions = outside + bars.Count - from, IncompleteFirst = first };
    }
}
