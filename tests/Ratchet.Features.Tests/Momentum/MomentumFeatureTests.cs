using Ratchet.Features.Momentum;
using Ratchet.Features.Sets;
using Ratchet.Features.Tests.Sets;
using Ratchet.Market.Bars;
using Ratchet.Market.Time;

namespace Ratchet.Features.Tests.Momentum;

public sealed class MomentumFeatureTests
{
    [Fact]
    public void RelativeStrength_FourCloses_IsTheHandCalculation()
    {
        // Gains 1 and 1, no loss: 100. Then a loss of 1: both averages are 0.5. Then a gain of 1: 0.75 of 1.
        var output = new double[5];
        RelativeStrength.Compute([1, 2, 3, 2, 3], 2, output);
        Assert.Equal([double.NaN, double.NaN, 100, 50, 75], output);
    }

    [Fact]
    public void FlatMarket_KernelsGiveTaLibsAnswer_FeaturesAreNeutral()
    {
        var bars = RandomBars.Create(60, 1, TimeFrame.Hour1, _ => true);
        var output = new double[bars.Count];
        RelativeStrength.Compute(bars.Close, 14, output);
        Assert.Equal(0, output[^1]);
        WilliamsPercentRange.Compute(bars.High, bars.Low, bars.Close, 14, output);
        Assert.Equal(0, output[^1]);
        foreach (var (name, neutral) in new[]
        {
            ("rsi_14", 50.0), ("stoch_k", 50), ("stoch_d", 50), ("williams_r_14", -50), ("cci_20", 0), ("mfi_14", 50), ("macd_hist", 0), ("ema_ratio_9_21", 1), ("sma_ratio_20", 1),
            ("bb_position", 0.5), ("bb_width", 0), ("bb_squeeze", 1), ("keltner_position", 0.5), ("atr_pct_14", 0), ("adx_14", 0), ("aroon_osc_25", 0), ("donchian_position_20", 0.5),
            ("psar_distance", 0), ("roc_10", 0), ("momentum_4h", 0), ("trix_15", 0), ("obv_slope_20", 0), ("volume_sma_ratio", 1), ("vwap_distance", 0), ("volume_profile_poc", 0),
            ("cmf_20", 0), ("supertrend_distance", 0), ("kama_slope_10", 0),
        })
        {
            Assert.True(Math.Abs(neutral - TechnicalColumns.Of(bars, name)[^1]) < 1e-12, name);
        }
    }

    [Fact]
    public void Stochastic_FiveBars_IsTheHandCalculation()
    {
        // K of 2 bars: 50, 100, 0, 75; averaged over 2: 75, 50, 37.5; again: 62.5, 43.75.
        double[] high = [2, 2, 4, 4, 4];
        double[] low = [0, 0, 0, 0, 0];
        double[] close = [1, 1, 4, 0, 3];
        var output = new StochasticValues[5];
        Stochastic.Compute(high, low, close, 2, 2, 2, output);
        Assert.True(double.IsNaN(output[2].SlowK));
        Assert.Equal(new(50, 62.5), output[3]);
        Assert.Equal(new(37.5, 43.75), output[4]);
    }

    [Fact]
    public void CommodityChannel_ThreeBars_IsTheHandCalculation()
    {
        // Prices 1, 2, 6: mean 3, mean distance 2, last distance 3.
        var output = new double[3];
        CommodityChannel.Compute([1, 2, 6], [1, 2, 6], [1, 2, 6], 3, output);
        Assert.Equal(100, output[2], 1e-9);
    }

    [Theory]
    [InlineData("momentum_1h", 15, 4)]
    [InlineData("momentum_4h", 15, 16)]
    [InlineData("momentum_1h", 60, 1)]
    [InlineData("momentum_4h", 60, 4)]
    [InlineData("momentum_1h", 240, 1)]
    [InlineData("momentum_4h", 1440, 1)]
    [InlineData("momentum_4h", 45, 5)]
    public void TimedMomentum_AnyBars_IsTheReturnOverThatTime(string name, int minutes, int count)
    {
        var bars = RandomBars.Create(100, 2, new(minutes));
        TechnicalColumns.AssertPlain(bars, name, i => (bars.Close[i] / bars.Close[i - count]) - 1);
        Assert.True(double.IsNaN(TechnicalColumns.Of(bars, name)[count - 1]));
    }

    [Theory]
    [InlineData(60, null)]
    [InlineData(15, null)]
    [InlineData(240, "one bar")]
    [InlineData(45, "no whole number")]
    public void TimedMomentum_PeriodThatDoesNotFit_SaysSo(int minutes, string? part)
    {
        var catalogue = new FeatureCatalogue(TechnicalFeatures.All);
        var bars = RandomBars.Create(10, 3, new(minutes));
        var table = FeatureBuilder.Build(bars, new("x", ["rsi_14", "momentum_1h"]), catalogue, 1, TestContext.Current.CancellationToken);
        if (part is null)
        {
            Assert.Empty(table.Remarks);
            return;
        }

        var remark = Assert.Single(table.Remarks);
        Assert.StartsWith("momentum_1h: ", remark, StringComparison.Ordinal);
        Assert.Contains(part, remark, StringComparison.Ordinal);
        Assert.Equal(table.Remarks, new FeatureStreamSet(new("x", ["rsi_14", "momentum_1h"]), catalogue, bars.TimeFrame).Remarks);
    }

    [Fact]
    public void RocAndTrix_RandomBars_AreInPercent()
    {
        BarSeries bars = RandomBars.Create(200, 4, TimeFrame.Hour1);
        TechnicalColumns.AssertPlain(bars, "roc_10", i => 100 * ((bars.Close[i] / bars.Close[i - 10]) - 1));
        var expected = new double[bars.Count];
        Trix.Compute(bars.Close, 15, expected);
        TechnicalColumns.AssertPlain(bars, "trix_15", i => expected[i]);
    }
}
