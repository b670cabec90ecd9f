using Ratchet.Features.Labels;
using Ratchet.Features.Tests.Sets;
using Ratchet.Features.Volatility;
using Ratchet.Market.Time;

namespace Ratchet.Features.Tests.Labels;

public sealed class PrimarySignalStreamTests
{
    [Theory]
    [InlineData(24, 48, BarrierVolatility.Close)]
    [InlineData(48, 5, BarrierVolatility.Ewma)]
    [InlineData(1, 2, BarrierVolatility.Range)]
    [InlineData(7, 7, BarrierVolatility.Range)]
    public void Update_BarByBar_GivesTheSeriesAndTheDefinition(int m, int v, BarrierVolatility kind)
    {
        var bars = RandomBars.Create(400, 5, TimeFrame.Hour1);
        var signal = BarrierUnit.Signal(bars, m, v, kind);
        var stream = new PrimarySignalStream(m, v, kind);
        for (var pass = 0; pass < 2; pass++)
        {
            for (var i = 0; i < bars.Count; i++)
            {
                stream.Update(bars[i]);
                Assert.Equal((signal.Side[i], signal.Momentum[i], signal.Sigma[i]), (stream.Side, stream.Momentum, stream.Sigma));
            }

            stream.Reset();
        }

        for (var i = Math.Max(m, v); i < bars.Count; i++)
        {
            var returns = Enumerable.Range(i - v + 1, v).Select(k => Math.Log(bars.Close[k] / bars.Close[k - 1])).ToArray();
            var mean = returns.Average();
            var deviation = Math.Sqrt(returns.Sum(r => (r - mean) * (r - mean)) / (v - 1));
            var momentum = Math.Log(bars.Close[i] / bars.Close[i - m]) / (deviation * Math.Sqrt(m));
            Assert.Equal(momentum, signal.Momentum[i], Math.Abs(momentum) * 1e-9);
            Assert.Equal(Math.Sign(momentum), signal.Side[i]);
        }
    }

    [Fact]
    public void RangeDistance_BarByBar_GivesTheSeriesAndTheDefinition()
    {
        var bars = RandomBars.Create(200, 6, TimeFrame.Hour1);
        var range = new double[bars.Count];
        AverageTrueRange.Compute(bars.High, bars.Low, bars.Close, 14, range);
        var series = RangeDistance.Compute(bars, 14);
        var stream = new RangeDistance(14);
        for (var i = 0; i < bars.Count; i++)
        {
            Assert.Equal(range[i] / Math.Sqrt(8 / Math.PI), series[i]);
            Assert.Equal(series[i], stream.Update(bars[i]));
        }

        stream.Reset();
        Assert.Equal(double.NaN, stream.Update(bars[0]));
        Assert.Throws<ArgumentOutOfRangeException>(() => new RangeDistance(0));
    }

    [Fact]
    public void Constructor_OutOfRange_IsRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new PrimarySignalStream(0, 2, BarrierVolatility.Close));
        Assert.Throws<ArgumentOutOfRangeException>(() => new PrimarySignalStream(1, 1, BarrierVolatility.Close));
        Assert.Throws<ArgumentOutOfRangeException>(() => new PrimarySignalStream(1, 2, (BarrierVolatility)9));
    }
}
