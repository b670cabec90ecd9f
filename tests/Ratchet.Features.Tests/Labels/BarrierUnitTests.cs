using Ratchet.Features.Labels;

namespace Ratchet.Features.Tests.Labels;

public sealed class BarrierUnitTests
{
    [Theory]
    [InlineData(BarrierVolatility.Close)]
    [InlineData(BarrierVolatility.Ewma)]
    [InlineData(BarrierVolatility.Range)]
    public void Signal_AnyEstimator_KeepsSideAndBeginsAtTheSameBar(BarrierVolatility kind)
    {
        var bars = LabelBars.Random(300, 5);
        var plain = PrimarySignal.Compute(bars, 7, 20);
        var signal = BarrierUnit.Signal(bars, 7, 20, kind);

        Assert.Equal(plain.Side, signal.Side);
        Assert.Equal(plain.Momentum, signal.Momentum);
        Assert.All(signal.Sigma[..20], s => Assert.True(double.IsNaN(s)));
        Assert.All(signal.Sigma[20..], s => Assert.InRange(s, 0.001, 0.02));
        Assert.Equal(kind == BarrierVolatility.Close, plain.Sigma.AsSpan().SequenceEqual(signal.Sigma));
    }

    [Theory]
    [InlineData(BarrierVolatility.Ewma)]
    [InlineData(BarrierVolatility.Range)]
    public void Signal_LaterBarsChanged_EarlierVolatilityStays(BarrierVolatility kind)
    {
        var bars = LabelBars.Random(300, 5);
        var changed = LabelBars.Joined(bars, 200, LabelBars.Random(300, 6));
        Assert.Equal(BarrierUnit.Signal(bars, 7, 20, kind).Sigma[..200], BarrierUnit.Signal(changed, 7, 20, kind).Sigma[..200]);
    }

    [Fact]
    public void Signal_Range_IsTheTrueRangeOverTheMeanRangeOfARandomWalk()
    {
        // Every bar spans 99 to 101 and closes at 100: the true range is 2, a share of 0.02.
        var bars = LabelBars.Candles([.. Enumerable.Repeat((100.0, 101.0, 99.0, 100.0), 10)]);
        Assert.Equal(0.02 / Math.Sqrt(8 / Math.PI), BarrierUnit.Signal(bars, 1, 3, BarrierVolatility.Range).Sigma[9], 1e-15);
    }

    [Fact]
    public void Signal_Ewma_IsThatOfEwmVolatility()
    {
        var bars = LabelBars.Random(100, 2);
        Assert.Equal(EwmVolatility.Compute(bars.Close, 20)[20..], BarrierUnit.Signal(bars, 7, 20, BarrierVolatility.Ewma).Sigma[20..]);
    }

    [Fact]
    public void Labeller_WithoutACost_IsRefused()
    {
        var bars = LabelBars.Random(100, 2);
        var signal = PrimarySignal.Compute(bars, 5, 20);
        Assert.Contains("RoundTripCost", Assert.Throws<ArgumentException>(() => TradeLabeller.Compute(bars, signal, new())).Message, StringComparison.Ordinal);
    }
}
