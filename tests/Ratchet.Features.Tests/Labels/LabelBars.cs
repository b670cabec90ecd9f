using Ratchet.Market.Bars;
using Ratchet.Market.Instruments;
using Ratchet.Market.Time;
using Ratchet.Numerics.Randomness;

namespace Ratchet.Features.Tests.Labels;

/// <summary>Small hand-made candles, and random ones.</summary>
internal static class LabelBars
{
    internal static BarSeries Candles(params (double Open, double High, double Low, double Close)[] candles) => Build(
        [.. candles.Select(c => c.Open)], [.. candles.Select(c => c.High)], [.. candles.Select(c => c.Low)], [.. candles.Select(c => c.Close)]);

    internal static BarSeries Random(int count, ulong seed, double gap = 0.002)
    {
        var stream = StreamKey.FromSeed(seed).Derive("bars").Open();
        var (open, high, low, close) = (new double[count], new double[count], new double[count], new double[count]);
        var price = 100.0;
        for (var i = 0; i < count; i++)
        {
            open[i] = price * Math.Exp((stream.NextDouble() - 0.5) * gap);
            close[i] = open[i] * Math.Exp((stream.NextDouble() - 0.5) * 0.02);
            high[i] = Math.Max(open[i], close[i]) * (1 + (0.005 * stream.NextDouble()));
            low[i] = Math.Min(open[i], close[i]) * (1 - (0.005 * stream.NextDouble()));
            price = close[i];
        }

        return Build(open, high, low, close);
    }

    internal static BarSeries Joined(BarSeries before, int at, BarSeries after) => Build(
        [.. before.Open[..at], .. after.Open[at..]],
        [.. before.High[..at], .. after.High[at..]],
        [.. before.Low[..at], .. after.Low[at..]],
        [.. before.Close[..at], .. after.Close[at..]]);

    internal static BarSeries Closes(params double[] close) => Build(close, close, close, close);

    private static BarSeries Build(double[] open, double[] high, double[] low, double[] close)
    {
        var time = new long[open.Length];
        for (var i = 0; i < time.Length; i++)
        {
            time[i] = i * TimeFrame.Hour1.Milliseconds;
        }

        return new BarSeries(Symbol.Parse("BTC/USDT"), TimeFrame.Hour1, new BarColumns
        {
            OpenTime = time,
            Open = open,
            High = high,
            Low = low,
            Close = close,
            Volume = new double[open.Length],
        });
    }
}
