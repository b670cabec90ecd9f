using Ratchet.Numerics.Randomness;
using Ratchet.Numerics.Reductions;
using Ratchet.Validation.Significance;

namespace Ratchet.Validation.Tests.Significance;

public sealed class StationaryBootstrapTests
{
    private static readonly StreamKey Key = StreamKey.FromSeed(11);

    [Fact]
    public void Resample_BlockLength_IsGeometricWithItsMean()
    {
        var values = Enumerable.Range(0, 1000).Select(i => (double)i).ToArray();
        var resample = new double[20_000];
        StationaryBootstrap.Resample(values, resample, 8, Key);
        var breaks = 1;
        for (var i = 1; i < resample.Length; i++)
        {
            Assert.InRange(resample[i], 0, 999);
            breaks += resample[i] == (resample[i - 1] + 1) % 1000 ? 0 : 1;
        }

        Assert.InRange(20_000.0 / breaks, 7.6, 8.4);
    }

    [Fact]
    public void Interval_IndependentMean_HasTheWidthOfTheory()
    {
        var values = Normal(2000, 0);
        var interval = StationaryBootstrap.Interval(values, LaneReduction.Mean, 1000, 1, 0.95, Key);
        Assert.Equal(LaneReduction.Mean(values), interval.Estimate);
        Assert.True(interval.Contains(interval.Estimate));
        Assert.InRange(interval.Upper - interval.Lower, 0.9 * 3.92 / Math.Sqrt(2000), 1.1 * 3.92 / Math.Sqrt(2000));
    }

    [Fact]
    public void Interval_DependentMean_IsWiderWithBlocks()
    {
        var values = Normal(3000, 0.7);
        var single = StationaryBootstrap.Interval(values, LaneReduction.Mean, 400, 1, 0.9, Key);
        var blocks = StationaryBootstrap.Interval(values, LaneReduction.Mean, 400, BlockLength.Stationary(values), 0.9, Key);

        // The theory's ratio is sqrt((1 + 0.7) / (1 - 0.7)) = 2.38.
        Assert.InRange((blocks.Upper - blocks.Lower) / (single.Upper - single.Lower), 1.8, 2.7);
    }

    [Fact]
    public void Interval_SameKey_IsTheSame() =>
        Assert.Equal(
            StationaryBootstrap.Interval(Normal(50, 0), LaneReduction.Mean, 100, 3, 0.9, Key),
            StationaryBootstrap.Interval(Normal(50, 0), LaneReduction.Mean, 100, 3, 0.9, Key));

    [Fact]
    public void Interval_BadInput_Throws()
    {
        Assert.Throws<ArgumentException>(() => StationaryBootstrap.Interval([], LaneReduction.Mean, 10, 1, 0.9, Key));
        Assert.Throws<ArgumentOutOfRangeException>(() => StationaryBootstrap.Interval([1], LaneReduction.Mean, 0, 1, 0.9, Key));
        Assert.Throws<ArgumentOutOfRangeException>(() => StationaryBootstrap.Interval([1], LaneReduction.Mean, 10, 0.9, 0.9, Key));
        Assert.Throws<ArgumentOutOfRangeException>(() => StationaryBootstrap.Interval([1], LaneReduction.Mean, 10, 1, 1, Key));
    }

    [Fact]
    public void BlockLength_GrowsWithDependence()
    {
        var independent = BlockLength.Stationary(Normal(2000, 0));
        var dependent = BlockLength.Stationary(Normal(2000, 0.7));

        // For an AR(1): (G / g)^(2/3) n^(1/3) with G / g = 2 a / (1 - a^2) = 2.745, so 24.7.
        Assert.InRange(independent, 1, 6);
        Assert.InRange(dependent, 14, 40);
        Assert.Equal(1, BlockLength.Stationary([1, 2, 3]));
        Assert.Equal(1, BlockLength.Stationary(new double[50]));
    }

    private static double[] Normal(int n, double memory)
    {
        var random = StreamKey.FromSeed(5).Open();
        var values = new double[n];
        for (var i = 0; i < n; i++)
        {
            values[i] = random.NextNormal() + (i == 0 ? 0 : memory * values[i - 1]);
        }

        return values;
    }
}
