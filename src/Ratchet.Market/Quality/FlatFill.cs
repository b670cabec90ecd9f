using Ratchet.Market.Feeds;
using Ratchet.Market.Instruments;
using Ratchet.Market.Time;

namespace Ratchet.Market.Quality;

/// <summary>
/// Fills bars that the calendar expects and that are not there, for good bars that come in chunks: all prices at the last close, volume and trades 0.
/// </summary>
public sealed class FlatFill
{
    private readonly TradingCalendar calendar;
    private readonly TimeFrame timeFrame;
    private readonly RawBarBuffer filled = new(8200);
    private readonly List<long> times = [];
    private BarRow previous;
    private bool any;

    /// <summary>Begins.</summary>
    /// <param name="calendar">When the market is open.</param>
    /// <param name="timeFrame">The length of a bar.</param>
    public FlatFill(TradingCalendar calendar, TimeFrame timeFrame)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        this.calendar = calendar;
        this.timeFrame = timeFrame;
    }

    /// <summary>How many bars were filled in.</summary>
    public int Count => times.Count;

    /// <summary>When they open, rising.</summary>
    public IReadOnlyList<long> Times => times;

    /// <summary>Takes the next good bars.</summary>
    /// <param name="rows">Opening times rise, also over calls.</param>
    /// <returns>The bars with those filled in before them; over memory that the next call uses again.</returns>
    public BarRows Add(in BarRows rows)
    {
        filled.Clear();
        filled.Allow(!rows.TradeCount.IsEmpty, !rows.TakerBuyVolume.IsEmpty);
        for (var i = 0; i < rows.Count; i++)
        {
            var row = rows.Row(i);
            if (any && row.OpenTime - previous.OpenTime > timeFrame.Milliseconds)
            {
                var close = previous.Close;
                foreach (var time in calendar.ExpectedOpenTimes(timeFrame, new(previous.OpenTime + timeFrame.Milliseconds, row.OpenTime)))
                {
                    filled.Add(time, new(close, close, close, close, 0, 0, 0), 0);
                    times.Add(time);
                }
            }

            filled.Add(row.OpenTime, row.Numbers, row.Line);
            (previous, any) = (row, true);
        }

        return BarRows.Of(filled);
    }
}
