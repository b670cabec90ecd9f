using Ratchet.Market.Bars;
using Ratchet.Market.Feeds;
using Ratchet.Market.Instruments;
using Ratchet.Market.Time;

namespace Ratchet.Storage.Columns;

/// <summary>Series made of others: good rows of a file, filled gaps, two series joined.</summary>
internal static class CleanSeries
{
    public static BarSeries Of(RawBars raw, IReadOnlyList<int> goodRows, Symbol symbol, TimeFrame timeFrame)
    {
        var good = raw.Select(goodRows.ToArray());
        return new(symbol, timeFrame, new BarColumns
        {
            OpenTime = good.OpenTime,
            Open = good.Open,
            High = good.High,
            Low = good.Low,
            Close = good.Close,
            Volume = good.Volume,
            TradeCount = good.TradeCount,
            TakerBuyVolume = good.TakerBuyVolume,
        });
    }

    /// <summary>Fills every bar that the calendar expects between the first and the last and that is not there.</summary>
    public static BarSeries FillFlat(BarSeries bars, TradingCalendar calendar, out int filled)
    {
        var builder = new BarSeriesBuilder(bars.Symbol, bars.TimeFrame);
        filled = 0;
        for (var i = 0; i < bars.Count; i++)
        {
            var bar = bars[i];
            if (i > 0)
            {
                var close = bars.Close[i - 1];
                var span = new TimeRange(bars.OpenTime[i - 1] + bars.TimeFrame.Milliseconds, bar.OpenTime);
                foreach (var time in span.IsEmpty ? [] : calendar.ExpectedOpenTimes(bars.TimeFrame, span))
                {
                    builder.Add(new Bar(time, close, close, close, close, 0, 0, 0));
                    filled++;
                }
            }

            builder.Add(bar);
        }

        return filled == 0 ? bars : builder.Build();
    }

    /// <summary>Joins bars by time. A bar that both have must be the same in both.</summary>
    /// <exception cref="MarketDataException">A bar differs.</exception>
    public static BarSeries Join(BarSeries stored, BarSeries added, out int news)
    {
        var builder = new BarSeriesBuilder(stored.Symbol, stored.TimeFrame);
        var i = 0;
        var j = 0;
        news = 0;
        while (i < stored.Count || j < added.Count)
        {
            if (j >= added.Count || (i < stored.Count && stored.OpenTime[i] < added.OpenTime[j]))
            {
                builder.Add(stored[i++]);
            }
            else if (i >= stored.Count || added.OpenTime[j] < stored.OpenTime[i])
            {
                builder.Add(added[j++]);
                news++;
            }
            else
            {
                builder.Add(Agreed(stored, stored[i++], added[j++]));
            }
        }

        return news == 0 ? stored : builder.Build();
    }

    private static Bar Agreed(BarSeries series, Bar stored, Bar added)
    {
        var isSame = (stored with { TradeCount = 0, TakerBuyVolume = 0 }) == (added with { TradeCount = 0, TakerBuyVolume = 0 });
        return isSame
            ? stored
            : throw new MarketDataException(
                $"{series.Symbol} {series.TimeFrame}: the bar at {UtcTime.Format(stored.OpenTime)} is stored as {stored} and now given as {added}. " +
                "Nothing was written. Import with Replace to put the new bars in the place of the stored ones.");
    }
}
