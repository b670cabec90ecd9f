using Ratchet.Market.Feeds;
using Ratchet.Market.Instruments;
using Ratchet.Market.Time;

namespace Ratchet.Market.Quality;

/// <summary>
/// Checks raw rows. Each row is looked at by itself (missing values, prices, volume, grid) and against the rows before it (order, duplicates);
/// then the good rows are held against the calendar (gaps, quality), and looked through for stale runs and outliers, which are warnings.
/// Nothing is changed. Cost: one pass, and O(window) a row for the outliers.
/// </summary>
public static class QualityChecker
{
    /// <summary>Checks rows.</summary>
    /// <param name="bars">The rows.</param>
    /// <param name="timeFrame">The length of a bar; see <see cref="InferTimeFrame"/> where it is not known.</param>
    /// <param name="calendar">When the market is open.</param>
    /// <param name="options">Thresholds; null for the defaults.</param>
    public static QualityReport Check(RawBars bars, TimeFrame timeFrame, TradingCalendar calendar, QualityOptions? options = null)
    {
        options ??= new();
        options.Validate();
        var defects = new List<RowDefect>();
        var isBad = new bool[bars.Count];
        RowChecks.Run(bars, timeFrame, defects, isBad);
        var good = Enumerable.Range(0, bars.Count).Where(i => !isBad[i]).ToArray();
        var times = GridTimes(bars, timeFrame);
        var coverage = Coverage.Measure(bars, good, times, timeFrame, calendar, defects);
        SeriesChecks.Run(bars, good, options, defects);
        return new()
        {
            TimeFrame = timeFrame,
            Calendar = calendar.Name,
            Rows = bars.Count,
            ExpectedBars = coverage.Expected,
            GoodBars = coverage.Good,
            Defects = [.. defects.OrderBy(d => d.Row).ThenBy(d => d.Kind)],
            Gaps = coverage.Gaps,
            GoodRows = good,
        };
    }

    /// <summary>The time frame by the median of the positive differences between the times of neighbouring rows.</summary>
    /// <param name="bars">The rows.</param>
    /// <exception cref="MarketDataException">There are fewer than two different times, or the median is no whole number of minutes.</exception>
    public static TimeFrame InferTimeFrame(RawBars bars)
    {
        var steps = new List<long>(bars.Count);
        for (var i = 1; i < bars.Count; i++)
        {
            if (bars.OpenTime[i] > bars.OpenTime[i - 1])
            {
                steps.Add(bars.OpenTime[i] - bars.OpenTime[i - 1]);
            }
        }

        if (steps.Count == 0)
        {
            throw new MarketDataException("The time frame cannot be inferred: there are fewer than two rising times. Give it, such as 1h.");
        }

        steps.Sort();
        var median = steps[(steps.Count - 1) / 2];
        return median % 60_000 == 0 && median / 60_000 <= int.MaxValue
            ? new TimeFrame((int)(median / 60_000))
            : throw new MarketDataException($"The time frame cannot be inferred: the median step is {median} ms, no whole number of minutes. Give it, such as 1h.");
    }

    /// <summary>Times on the grid that some row has, rising.</summary>
    private static long[] GridTimes(RawBars bars, TimeFrame timeFrame)
    {
        var times = bars.OpenTime.Where(t => UtcTime.Align(t, timeFrame) == t).ToArray();
        Array.Sort(times);
        return [.. times.Distinct()];
    }
}
