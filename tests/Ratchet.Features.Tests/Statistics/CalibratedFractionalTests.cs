using Ratchet.Features.Sets;
using Ratchet.Features.Statistics;
using Ratchet.Features.Tests.Sets;
using Ratchet.Market.Bars;
using Ratchet.Market.Time;

namespace Ratchet.Features.Tests.Statistics;

public sealed class CalibratedFractionalTests
{
    private static readonly FractionalOptions Options = new() { Order = null, CalibrationBars = 1000 };

    [Fact]
    public void Choose_RandomWalk_IsTheLeastThatPasses()
    {
        var logs = Logs(RandomBars.Create(2000, 61, TimeFrame.Hour1));
        var order = CalibratedFractionalStep.Choose(logs, 5);
        Assert.InRange(order, 0.05, 0.95);
        for (var i = 1; i / 20.0 <= order; i++)
        {
            var weights = FractionalDifference.Weights(i / 20.0, 1e-4, 512);
            var passes = AugmentedDickeyFuller.Test(FractionalDifference.Apply(logs, weights).AsSpan(weights.Length - 1)).Rejects(5);
            Assert.Equal(i / 20.0 == order, passes);
        }
    }

    [Fact]
    public void Compute_NotGiven_IsTheFixedFormOfTheOrderChosenOnEarlierBars()
    {
        var bars = RandomBars.Create(1600, 62, TimeFrame.Hour1);
        var order = CalibratedFractionalStep.Choose(Logs(bars).AsSpan(0, 1000), 5);
        var calibrated = Column(bars, Options);
        var given = Column(bars, new FractionalOptions { Order = order });
        Assert.All(calibrated[..1000], v => Assert.True(double.IsNaN(v)));
        Assert.Equal(given[1000..], calibrated[1000..]);
    }

    [Fact]
    public void Compute_FirstBarAfterTheCalibrationChanged_ChoosesTheSame()
    {
        var bars = RandomBars.Create(1600, 63, TimeFrame.Hour1);
        var step = new CalibratedFractionalStep(Options);
        var other = new CalibratedFractionalStep(Options);
        var row = new double[1];
        for (var i = 0; i <= 1000; i++)
        {
            step.Update(bars[i], row);
            other.Update(i < 1000 ? bars[i] : bars[i] with { Close = 2 * bars[i].Close }, row);
        }

        Assert.Equal(step.Order, other.Order);
    }

    [Theory]
    [InlineData(0.009, 2000, 5)]
    [InlineData(1.001, 2000, 5)]
    [InlineData(0.4, 999, 5)]
    [InlineData(0.4, 100_001, 5)]
    [InlineData(0.4, 2000, 2)]
    public void Validate_OutOfRange_Throws(double order, int bars, int percent) => Assert.Throws<ArgumentOutOfRangeException>(
        () => new FractionalOptions { Order = order, CalibrationBars = bars, SignificancePercent = percent }.Validate());

    private static double[] Logs(BarSeries bars) => Array.ConvertAll(bars.Close.ToArray(), Math.Log);

    private static double[] Column(BarSeries bars, FractionalOptions options)
    {
        var catalogue = new FeatureCatalogue(StatisticalFeatures.Create(options));
        return FeatureBuilder.Build(bars, new("x", ["fractional_diff_price"]), catalogue, 1, TestContext.Current.CancellationToken).Columns[0];
    }
}
