using Ratchet.Market.Bars;
using Ratchet.Numerics.Randomness;

namespace Ratchet.Features.Audit;

/// <summary>Copies of a series in which bars after a cut are others, at the same times.</summary>
internal static class ChangedBars
{
    /// <summary>One bar is another: prices a quarter higher or a fifth lower by the row's parity, and more volume, from zero too.</summary>
    public static BarSeries One(BarSeries bars, int index)
    {
        var factor = index % 2 == 0 ? 1.25 : 0.8;
        return Change(bars, index, index + 1, (_, _) => factor);
    }

    /// <summary>Every bar from one on is another: prices are multiplied by a random walk that the stream draws.</summary>
    public static BarSeries From(BarSeries bars, int start, RandomStream stream)
    {
        var level = 1.0;
        return Change(bars, start, bars.Count, (_, _) => level *= 0.97 + (0.062 * stream.NextDouble()));
    }

    private static BarSeries Change(BarSeries bars, int start, int end, Func<int, double, double> factorOf)
    {
        var source = bars.Columns;
        var (open, high, low, close) = (source.Open.ToArray(), source.High.ToArray(), source.Low.ToArray(), source.Close.ToArray());
        var volume = source.Volume.ToArray();
        var trades = source.TradeCount.ToArray();
        var taker = source.TakerBuyVolume.ToArray();
        for (var i = start; i < end; i++)
        {
            var factor = factorOf(i, close[i]);
            open[i] *= factor;
            high[i] *= factor * 1.01;
            low[i] *= factor * 0.99;
            close[i] *= factor;
            volume[i] = (volume[i] * 3) + 1;
            if (trades.Length > 0)
            {
                trades[i] = (trades[i] * 3) + 1;
            }

            if (taker.Length > 0)
            {
                taker[i] = (taker[i] * 2) + 0.5;
            }
        }

        return new(bars.Symbol, bars.TimeFrame, source with
        {
            Open = open,
            High = high,
            Low = low,
            Close = close,
            Volume = volume,
            TradeCount = trades,
            TakerBuyVolume = taker,
        });
    }
}
