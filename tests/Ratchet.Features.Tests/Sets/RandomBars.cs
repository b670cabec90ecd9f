using Ratchet.Market.Bars;
using Ratchet.Market.Instruments;
using Ratchet.Market.Time;
using Ratchet.Numerics.Randomness;

namespace Ratchet.Features.Tests.Sets;

/// <summary>Bars made by a random walk: every price positive and finite, high and low around open and close.</summary>
internal static class RandomBars
{
    /// <summary>2024-01-01 00:00 UTC.</summary>
    public const long Start = 1_704_067_200_000L;

    /// <summary>A walk with changing volatility and log-normal volumes; no gaps.</summary>
    public static BarSeries Create(int count, ulong seed, TimeFrame timeFrame, long start = Start) =>
        Create(count, seed, timeFrame, static _ => false, start);

    /// <summary>The same walk, in which some bars are flat: all four prices equal the close before, and nothing is traded.</summary>
    public static BarSeries Create(int count, ulong seed, TimeFrame timeFrame, Func<int, bool> isFlat, long start = Start)
    {
        var stream = StreamKey.FromSeed(seed).Derive("random bars").Open();
        var times = new long[count];
        var (open, high, low, close, volume) = (new double[count], new double[count], new double[count], new double[count], new double[count]);
        var price = 30_000.0;
        for (var i = 0; i < count; i++)
        {
            times[i] = start + (i * timeFrame.Milliseconds);
            var sigma = 0.004 * (1 + (0.8 * Math.Sin(i / 90.0)));
            var (gap, move, up, down) = (stream.NextNormal(), stream.NextNormal(), stream.NextDouble(), stream.NextDouble());
            var traded = Math.Exp(3 + (0.7 * stream.NextNormal()));
            if (isFlat(i))
            {
                (open[i], high[i], low[i], close[i]) = (price, price, price, price);
                continue;
            }

            open[i] = price * Math.Exp(0.0005 * gap);
            close[i] = open[i] * Math.Exp(sigma * move);
            high[i] = Math.Max(open[i], close[i]) * (1 + (sigma * up));
            low[i] = Math.Min(open[i], close[i]) * (1 - (sigma * down));
            volume[i] = traded;
            price = close[i];
        }

        return new(Symbol.Parse("BTC/USDT"), timeFrame, new()
        {
            OpenTime = times,
            Open = open,
            High = high,
            Low = low,
            Close = close,
            Volume = volume,
        });
    }

    /// <summary>The series without some of its bars.</summary>
    public static BarSeries Without(BarSeries bars, Func<int, bool> isMissing)
    {
        var kept = Enumerable.Range(0, bars.Count).Where(i => !isMissing(i)).Select(i => bars[i]).ToArray();
        return FromBars(bars.TimeFrame, kept);
    }

    /// <summary>A series of given bars.</summary>
    public static BarSeries FromBars(TimeFrame timeFrame, IReadOnlyList<Bar> bars) => new(Symbol.Parse("BTC/USDT"), timeFrame, new()
    {
        OpenTime = bars.Select(b => b.OpenTime).ToArray(),
        Open = bars.Select(b => b.Open).ToArray(),
        High = bars.Select(b => b.High).ToArray(),
        Low = bars.Select(b => b.Low).ToArray(),
        Close = bars.Select(b => b.Close).ToArray(),
        Volume = bars.Select(b => b.Volume).ToArray(),
    });
}
