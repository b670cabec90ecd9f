using Ratchet.Benchmarks.Cases;
using Ratchet.Market.Bars;
using Ratchet.Market.Instruments;
using Ratchet.Market.Time;

namespace Ratchet.Benchmarks.Features;

/// <summary>The peers' one-minute bars as a series: opening times from 2020-01-01 UTC on, without gaps.</summary>
internal static class BenchmarkBars
{
    private const long Start = 1_577_836_800_000;

    /// <summary>The first bars of the peers' million.</summary>
    public static BarSeries Read(BenchmarkContext context, int count)
    {
        var values = context.Arrays.Read<double>("bars_ohlcv");
        var (open, high, low, close, volume) = (new double[count], new double[count], new double[count], new double[count], new double[count]);
        var times = new long[count];
        for (var i = 0; i < count; i++)
        {
            times[i] = Start + (i * TimeFrame.Minute1.Milliseconds);
            var row = values.AsSpan(5 * i, 5);
            (open[i], high[i], low[i], close[i], volume[i]) = (row[0], row[1], row[2], row[3], row[4]);
        }

        return new(Symbol.Parse("BTC/USDT"), TimeFrame.Minute1, new() { OpenTime = times, Open = open, High = high, Low = low, Close = close, Volume = volume });
    }
}
