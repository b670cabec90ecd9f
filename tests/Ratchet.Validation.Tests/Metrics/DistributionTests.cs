using Ratchet.Numerics.Randomness;
using Ratchet.Validation.Metrics;

namespace Ratchet.Validation.Tests.Metrics;

public sealed class DistributionTests
{
    [Fact]
    public void Select_AnyValues_IsTheSortedElementAndPartitions()
    {
        for (var seed = 0UL; seed < 60; seed++)
        {
            var random = StreamKey.FromSeed(seed).Open();
            var values = Enumerable.Range(0, 1 + random.NextInt(300)).Select(_ => (double)random.NextInt(seed % 2 == 0 ? 5 : 100_000)).ToArray();
            var sorted = values.Order().ToArray();
            var k = random.NextInt(values.Length);
            Assert.Equal(sorted[k], OrderSelection.Select(values, k));
            Assert.All(values[..k], v => Assert.True(v <= sorted[k]));
            Assert.All(values[k..], v => Assert.True(v >= sorted[k]));
        }
    }

    [Fact]
    public void Quantile_Interpolates()
    {
        double[] values = [4, 1, 3, 2];
        Assert.Equal(1, TailRisk.Quantile(values, 0));
        Assert.Equal(2.5, TailRisk.Quantile(values, 0.5));
        Assert.Equal(4, TailRisk.Quantile(values, 1));
        Assert.Equal([4, 1, 3, 2], values);
        Assert.True(double.IsNaN(TailRisk.Quantile([], 0.5)));
        Assert.Throws<ArgumentOutOfRangeException>(() => TailRisk.Quantile(values, 1.1));
    }

    [Fact]
    public void ConditionalValueAtRisk_FractionOfAReturn_CountsByItsFraction()
    {
        // A tail of 1.5 returns of -4 and -2.
        Assert.Equal((-4 - 1) / 1.5, TailRisk.ConditionalValueAtRisk([-2, 5, -4, 1, 0, 3], 0.75), 12);
        Assert.Equal(0.5, TailRisk.ConditionalValueAtRisk([-2, 5, -4, 1, 0, 3], 0), 12);
        Assert.True(double.IsNaN(TailRisk.ConditionalValueAtRisk([], 0.95)));
    }

    [Fact]
    public void Moments_ConstantSeries_HasNoVariance()
    {
        var m = ReturnMoments.From([0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1]);
        Assert.Equal((0, 0, 3), (m.StandardDeviation, m.Skewness, m.Kurtosis));
        Assert.True(double.IsNaN(ReturnMoments.From([1]).StandardDeviation));
    }

    [Fact]
    public void Drawdown_SecondFallDeeper_ReportsItsOwnPeakTroughAndRecovery()
    {
        // 100, 110, 104.5, 121, 108.9, 96.8, 130: falls 5 % then 20 %; two bars under water, one bar from the trough back.
        var d = DrawdownProfile.From(100, [110, 104.5, 121, 108.9, 96.8, 130]);
        Assert.Equal(0.2, d.Depth, 12);
        Assert.Equal((3, 5, 1, 2), (d.PeakIndex, d.TroughIndex, d.RecoveryBars, d.LongestUnderwaterBars));
    }

    [Fact]
    public void Drawdown_FallFromTheStart_CountsTheInitialEquity()
    {
        var d = DrawdownProfile.From(100, [90, 95]);
        Assert.Equal(0.1, d.Depth, 12);
        Assert.Equal((0, 1, 2), (d.PeakIndex, d.TroughIndex, d.LongestUnderwaterBars));
        Assert.True(double.IsNaN(d.RecoveryBars));
    }

    [Fact]
    public void AlphaPersistence_AlternatingWeeks_MatchesTheHandCalculation()
    {
        // 73 bars a year: 1.4 a week, so one bar a week; windows of 4 bars, two of them.
        // First 0.02, 0.04, 0.02, 0.04: mean 0.03, sd 0.02 / sqrt 3; second 0.04, 0.02, 0.04, 0.02: the same. Stability 1.
        Assert.Equal(1, AlphaPersistence.Of([0.02, 0.04, 0.02, 0.04, 0.02], 73), 10);

        // Window means 0.01 and -0.015: Sharpe 0.5 and -0.5; half positive, mean Sharpe 0.
        Assert.Equal(0.25, AlphaPersistence.Of([0.02, 0, 0, 0, -0.02], 73), 12);
        Assert.Equal(0, AlphaPersistence.Of([], 73));
        Assert.Equal(0, AlphaPersistence.Of([0, 0, 0, 0, 0], 73));
    }

    [Fact]
    public void AlphaPersistence_ShorterThanAWindow_IsOneWindow() => Assert.Equal(1, AlphaPersistence.Of([0.01, 0.02], 8760), 12);

    [Theory]
    [InlineData(200, 0.6)]
    [InlineData(100, 0.3)]
    [InlineData(300, 0.3)]
    [InlineData(400, 0)]
    [InlineData(900, 0)]
    [InlineData(0, 0)]
    public void TradeEfficiency_IsATent(double frequency, double expected) => Assert.Equal(expected, TradeEfficiency.Of(0.6, frequency, 200), 12);

    [Fact]
    public void MetricOptions_OutsideTheRange_Throws()
    {
        Assert.Throws<ArgumentOutOfRangeException>(new MetricOptions { TailConfidence = 1 }.Validate);
        Assert.Throws<ArgumentOutOfRangeException>(new MetricOptions { ProfitFactorCap = 0 }.Validate);
        Assert.Throws<ArgumentOutOfRangeException>(new MetricOptions { RatioCap = double.PositiveInfinity }.Validate);
        Assert.Throws<ArgumentOutOfRangeException>(new MetricOptions { AnnualReturnCap = 0 }.Validate);
        Assert.Throws<ArgumentOutOfRangeException>(new MetricOptions { OptimumTradesPerYear = 0 }.Validate);
        Assert.Throws<ArgumentOutOfRangeException>(new MetricOptions { RiskFreePerPeriod = double.NaN }.Validate);
    }
}
