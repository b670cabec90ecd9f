using Ratchet.Features.Momentum;
using Ratchet.Features.Sets;
using Ratchet.Features.Tests.Sets;
using Ratchet.Market.Bars;
using Ratchet.Market.Time;

namespace Ratchet.Features.Tests.Frames;

public sealed class HigherFrameFamilyTests
{
    private static readonly FeatureCatalogue Catalogue = new([], [new ChangeFamily(), new RocFamily(1)], []);

    [Fact]
    public void Build_FourHoursOnHours_HoldsTheLastClosedBar()
    {
        // Closes 10, 20, 30 ... of hours 0 to 11: four-hour bars close at 40, 80 and 120, known on hours 3, 7 and 11.
        var bars = RandomBars.FromBars(TimeFrame.Hour1, [.. Enumerable.Range(0, 14).Select(i => new Bar(i * 3_600_000L, 10 * (i + 1), 10 * (i + 1), 10 * (i + 1), 10 * (i + 1), 1))]);
        var table = FeatureBuilder.Build(bars, new("x", ["change@4h"]), Catalogue, 1, TestContext.Current.CancellationToken);

        // Two longer bars after one that may be cut off: 3 + 2 x 4 bars, the last of them bar 10.
        Assert.Equal(10, table.FirstCompleteRow);
        Assert.Equal([2.0, 1.5, 1.5, 1.5], table.Columns[0][10..]);
        Assert.All(table.Columns[0][..10], v => Assert.True(double.IsNaN(v)));
    }

    [Fact]
    public void Build_BarStillForming_ChangesNothing()
    {
        var bars = RandomBars.Create(400, 5, TimeFrame.Hour1);
        var set = new FeatureSet("x", ["roc_1@4h"]);
        var whole = FeatureBuilder.Build(bars, set, Catalogue, 1, TestContext.Current.CancellationToken).Columns[0];
        for (var i = 12; i < whole.Length; i++)
        {
            // The series begins on a boundary, so that only every fourth hour closes a longer bar.
            Assert.Equal(i % 4 == 3, whole[i] != whole[i - 1]);
        }
    }

    [Fact]
    public void Build_OutputsOfOneFamily_AreOneFamilyAtEachFrame()
    {
        var catalogue = WholeCatalogue.Create();
        var plan = new FeaturePlan(new("x", ["macd@4h", "macd_hist@4h", "macd@1d", "macd", "macd_8_21_5@4h", "macd_signal_8_21_5@4h", "adx_28", "plus_di_28"]), catalogue);
        Assert.Equal(5, plan.Families.Length);
        Assert.Equal([0, 0, 1, 2, 3, 3, 4, 4], plan.FamilyOf);
    }

    [Fact]
    public void Descriptor_PeriodShorterThanTheLongerBar_SaysSo()
    {
        Assert.True(WholeCatalogue.Create().TryFind("momentum_1h@4h", out var descriptor));
        Assert.Contains("shorter than a bar of 4h", descriptor.Remark(TimeFrame.Hour1), StringComparison.Ordinal);
    }
}
