using Ratchet.Market.Bars;
using Ratchet.Market.Feeds;
using Ratchet.Market.Instruments;
using Ratchet.Market.Time;

namespace Ratchet.Market.Quality;

/// <summary>Checks raw rows that are in memory; see <see cref="QualityStream"/> for the rules and for rows that come in chunks.</summary>
public static class QualityChecker
{
    private const int Chunk = 8192;

    /// <summary>Checks rows.</summary>
    /// <param name="bars">The rows.</param>
    /// <param name="timeFrame">The length of a bar; see <see cref="InferTimeFrame"/> where it is not known.</param>
    /// <param name="calendar">When the market is open.</param>
    /// <param name="options">Thresholds; null for the defaults.</param>
    /// <param name="alignment">What opening times are counted from.</param>
    public static QualityReport Check(
        RawBars bars, TimeFrame timeFrame, TradingCalendar calendar, QualityOptions? options = null, BarAlignment alignment = BarAlignment.Utc)
    {
        using var stream = new QualityStream(timeFrame, calendar, options, alignment);
        var rows = BarRows.Of(bars);
        for (var from = 0; from < rows.Count; from += Chunk)
        {
            stream.Add(rows.Slice(from, Math.Min(Chunk, rows.Count - from)));
        }

        return stream.Finish();
    }

    /// <summary>The time frame by the median of the positive differences between the times of neighbouring rows.</summary>
    /// <param name="bars">The rows.</param>
    /// <exception cref="MarketDataException">There are fewer than two different times, or the median is no whole number of minutes.</exception>
    public static TimeFrame InferTimeFrame(RawBars bars)
    {
        var steps = new StepCounts();
        steps.Add(bars.OpenTime);
        return steps.TimeFrame();
    }
}
