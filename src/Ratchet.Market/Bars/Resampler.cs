using Ratchet.Market.Time;

namespace Ratchet.Market.Bars;

/// <summary>
/// Bars of a longer time frame, on the UTC grid (weeks begin on Monday). Open of the first, highest high, lowest low, close of the last; volume, trades
/// and taker-buy volume are sums over the source bars that are there. A bar with none is not formed, and the first one is left out
/// where the source begins within it. One pass.
/// </summary>
public static class Resampler
{
    /// <summary>Resamples a series.</summary>
    /// <param name="bars">The source.</param>
    /// <param name="target">A whole multiple of the source's time frame; equal gives the same bars.</param>
    /// <exception cref="ArgumentException">The target is no whole multiple of the source's time frame.</exception>
    public static ResampledBars Resample(BarSeries bars, TimeFrame target)
    {
        if (target.Minutes < bars.TimeFrame.Minutes || target.Minutes % bars.TimeFrame.Minutes != 0)
        {
            throw new ArgumentException($"{target} is no whole multiple of the source's {bars.TimeFrame}; choose one that is.", nameof(target));
        }

        var full = target.Minutes / bars.TimeFrame.Minutes;
        var builder = new BarSeriesBuilder(bars.Symbol, target);
        Bar? incomplete = null;
        Bar? first = null;
        var partial = 0;
        long missing = 0;
        for (var from = 0; from < bars.Count;)
        {
            var open = UtcTime.Align(bars.OpenTime[from], target);
            var end = open + target.Milliseconds;
            var to = from + 1;
            while (to < bars.Count && bars.OpenTime[to] < end)
            {
                to++;
            }

            var bar = Merge(bars, from, to, open);
            if (to == bars.Count && bars.OpenTime[to - 1] + bars.TimeFrame.Milliseconds < end)
            {
                incomplete = bar;
            }
            else if (from == 0 && bars.OpenTime[0] != open)
            {
                first = bar;
            }
            else
            {
                builder.Add(bar);
                partial += to - from < full ? 1 : 0;
                missing += full - (to - from);
            }

            from = to;
        }

        return new(builder.Build(), incomplete, partial, missing) { IncompleteFirst = first };
    }

    internal static Bar Merge(BarSeries bars, int from, int to, long open)
    {
        var high = double.NegativeInfinity;
        var low = double.PositiveInfinity;
        double volume = 0;
        for (var i = from; i < to; i++)
        {
            high = Math.Max(high, bars.High[i]);
            low = Math.Min(low, bars.Low[i]);
            volume += bars.Volume[i];
        }

        return new(
            open, bars.Open[from], high, low, bars.Close[to - 1], volume, Total(bars.Columns.TradeCount.Span, from, to), Total(bars.Columns.TakerBuyVolume.Span, from, to));
    }

    private static double Total(ReadOnlySpan<double> column, int from, int to)
    {
        if (column.IsEmpty)
        {
            return double.NaN;
        }

        double sum = 0;
        for (var i = from; i < to; i++)
        {
            sum += column[i];
        }

        return sum;
    }
}
