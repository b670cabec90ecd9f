using Ratchet.Validation.Significance;

namespace Ratchet.Validation.Tests.Significance;

public sealed class SharpeStatisticsTests
{
    [Fact]
    public void Probabilistic_NormalReturns_MatchesTheHandCalculation()
    {
        // Skew 0, kurtosis 3: the variance factor is 1 + s^2 / 2; s = 0.2, n = 51: 0.2 sqrt(50) / sqrt(1.02) = 1.4002801.
        Assert.Equal(0.9192850, SharpeStatistics.Probabilistic(0.2, 0, 51, 0, 3), 6);
        Assert.Equal(0.5, SharpeStatistics.Probabilistic(0.2, 0.2, 51, 0, 3), 12);
        Assert.True(double.IsNaN(SharpeStatistics.Probabilistic(0.2, 0, 1, 0, 3)));
        Assert.True(double.IsNaN(SharpeStatistics.Probabilistic(1, 0, 50, 5, 3)));
    }

    [Fact]
    public void ExpectedMaximum_OneTrial_IsZeroAndGrows()
    {
        Assert.Equal(0, SharpeStatistics.ExpectedMaximum(1));
        Assert.InRange(SharpeStatistics.ExpectedMaximum(1.0001), 0, 0.1);
        Assert.True(SharpeStatistics.ExpectedMaximum(10) < SharpeStatistics.ExpectedMaximum(11));
        Assert.Throws<ArgumentOutOfRangeException>(() => SharpeStatistics.ExpectedMaximum(0.5));
    }

    [Fact]
    public void Deflated_OneTrial_IsTheProbabilisticRatio() =>
        Assert.Equal(SharpeStatistics.Probabilistic(0.1, 0, 500, -0.5, 6), SharpeStatistics.Deflated(0.1, 500, -0.5, 6, 1, 0.01));

    [Fact]
    public void MinimumTrackRecord_ThatLong_HasTheConfidence()
    {
        var n = SharpeStatistics.MinimumTrackRecord(0.1, 0.02, -0.4, 5);
        Assert.InRange(SharpeStatistics.Probabilistic(0.1, 0.02, (int)Math.Ceiling(n), -0.4, 5), 0.95, 0.9501);
        Assert.True(SharpeStatistics.Probabilistic(0.1, 0.02, (int)Math.Floor(n), -0.4, 5) < 0.95);
        Assert.True(double.IsNaN(SharpeStatistics.MinimumTrackRecord(0.02, 0.02, 0, 3)));
    }
}
