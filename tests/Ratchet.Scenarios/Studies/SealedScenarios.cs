using Ratchet.Market.Bars;
using Ratchet.Market.Instruments;
using Ratchet.Market.Synthetic;
using Ratchet.Numerics.Randomness;
using Ratchet.Scenarios.Processes;
using Ratchet.Storage.Columns;
using Ratchet.Validation.Splits;

namespace Ratchet.Scenarios.Studies;

public sealed class SealedScenarios
{
    [Fact]
    public void Optimize_SealedBarsReplacedByRandomOnes_WritesTheSameBytes()
    {
        var bars = SyntheticMarket.Generate(new SyntheticMarketOptions { Bars = 3500, Seed = 9, InformationCoefficient = 0.1 }).Bars;
        var split = HoldOut.Choose(bars.OpenTime, new HoldOutOptions());
        Assert.InRange(split.Sealed.Length, 100, 1000);
        var one = Study(bars);
        Assert.Equal(one, Study(Replaced(bars, split.Sealed.Start, 1)));
        Assert.NotEqual(one, Study(Replaced(bars, split.Sealed.Start - 1, 1)));
    }

    private static byte[] Study(BarSeries bars)
    {
        using var root = new DataRoot();
        var symbol = Symbol.Parse("ABC/USD");
        new BarStore(root.Path).Save(new BarSeries(symbol, bars.TimeFrame, bars.Columns), "scenario", synthetic: false);
        RatchetProcess.Run(root.Optimize(2, "--pair", symbol.Name, "--timeframe", bars.TimeFrame.ToString())).Succeeded();
        return root.TopConfigurations;
    }

    /// <summary>Valid bars whose prices know nothing of those that they replace.</summary>
    private static BarSeries Replaced(BarSeries bars, int from, ulong seed)
    {
        var stream = StreamKey.FromSeed(seed).Derive("sealed").Open();
        var (open, high, low, close, volume) = (
            bars.Open.ToArray(), bars.High.ToArray(), bars.Low.ToArray(), bars.Close.ToArray(), bars.Volume.ToArray());
        var price = 3 * close[from - 1];
        for (var i = from; i < open.Length; i++)
        {
            open[i] = price;
            price *= 1 + (0.1 * (stream.NextDouble() - 0.5));
            close[i] = price;
            high[i] = Math.Max(open[i], close[i]) * (1 + (0.02 * stream.NextDouble()));
            low[i] = Math.Min(open[i], close[i]) * (1 - (0.02 * stream.NextDouble()));
            volume[i] = 1000 * stream.NextDouble();
        }

        // The counts of trades and of taker volume stay within the volume where it is kept, and are left out of both series alike.
        return new(bars.Symbol, bars.TimeFrame, bars.Columns with
        {
            Open = open,
            High = high,
            Low = low,
            Close = close,
            Volume = volume,
            TakerBuyVolume = Within(bars.Columns.TakerBuyVolume.ToArray(), volume, from),
        });
    }

    private static double[] Within(double[] taker, double[] volume, int from)
    {
        for (var i = from; i < taker.Length; i++)
        {
            taker[i] = volume[i] / 2;
        }

        return taker;
    }
}
