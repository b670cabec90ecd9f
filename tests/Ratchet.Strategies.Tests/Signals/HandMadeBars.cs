using Ratchet.Market.Bars;
using Ratchet.Market.Instruments;
using Ratchet.Market.Time;
using Ratchet.Strategies.Signals;
using Ratchet.Trading.Engine;
using Ratchet.Trading.Events;

namespace Ratchet.Strategies.Tests.Signals;

/// <summary>Bars drawn one by one, hourly. Every picture can be turned upside down about 100, so that each long test is a short test too.</summary>
internal sealed class HandMadeBars
{
    public const double Axis = 100;
    public const long Hour = 3_600_000;

    private readonly List<Bar> bars = [];

    public int Count => bars.Count;

    public double LastClose => bars[^1].Close;

    public Bar this[int index] => bars[index];

    /// <summary>A quiet market: closes up and down by a quarter about a line, ranges of one on each side of the close, volume 10.</summary>
    public HandMadeBars Quiet(int count, double drift = 0, double from = 100)
    {
        for (var i = 0; i < count; i++)
        {
            var close = from + (drift * i) + (i % 2 == 0 ? 0.25 : -0.25);
            Add(close, close + 1, close - 1, close);
        }

        return this;
    }

    /// <summary>Closes that move by a step a bar, ranges a half beyond open and close.</summary>
    public HandMadeBars Run(int count, double step)
    {
        for (var i = 0; i < count; i++)
        {
            var open = LastClose;
            var close = open + step;
            Add(open, Math.Max(open, close) + 0.5, Math.Min(open, close) - 0.5, close);
        }

        return this;
    }

    public HandMadeBars Add(double open, double high, double low, double close, double volume = 10)
    {
        bars.Add(new(bars.Count * Hour, open, high, low, close, volume));
        return this;
    }

    public HandMadeBars Mirrored()
    {
        var mirrored = new HandMadeBars();
        foreach (var bar in bars)
        {
            mirrored.bars.Add(bar with { Open = (2 * Axis) - bar.Open, High = (2 * Axis) - bar.Low, Low = (2 * Axis) - bar.High, Close = (2 * Axis) - bar.Close });
        }

        return mirrored;
    }

    public double[] Closes() => [.. bars.Select(b => b.Close)];

    public BarSeries Build()
    {
        var builder = new BarSeriesBuilder(Symbol.Parse("TEST/USD"), TimeFrame.Hour1);
        foreach (var bar in bars)
        {
            builder.Add(bar);
        }

        return builder.Build();
    }

    public SignalSeries Scan(ITradingStrategy strategy) => SignalScan.Run(strategy, Build());

    /// <summary>The rows with a side.</summary>
    public static int[] Rows(SignalSeries series) => [.. Enumerable.Range(0, series.Count).Where(i => series.Side.Span[i] != 0)];

    /// <summary>Asserts that exactly these rows have a side, that side, and that what belongs to an entry is there.</summary>
    public static Signal AssertOnly(SignalSeries series, int row, int side)
    {
        Assert.Equal([row], Rows(series));
        var signal = series.At(row, 0, 0);
        Assert.Equal(side, signal.Side);
        Assert.InRange(signal.Confidence, 0.6, 0.95);
        Assert.InRange(signal.Confluence, 1, 5);
        Assert.InRange(signal.Score, 0, 1);
        Assert.Equal(signal.Context.Atr, signal.Distance);
        Assert.True(signal.Distance > 0);
        Assert.Equal(1, signal.Size);
        Assert.True(double.IsNaN(signal.ExitProbability));
        return signal;
    }

    public static void AssertSilent(SignalSeries series) => Assert.Empty(Rows(series));
}
