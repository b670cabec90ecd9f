using Ratchet.Features.Sets;
using Ratchet.Market.Time;

namespace Ratchet.Features.Tests.Sets;

public sealed class FeatureBuilderTests
{
    private static readonly FeatureCatalogue Catalogue = new([new ChangeFamily(), new ChangeFamily("change_b", "share_b")]);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void Build_TwoBars_IsTheHandCalculation()
    {
        var bars = RandomBars.FromBars(TimeFrame.Hour1, [new(0, 10, 10, 10, 10, 3), new(3_600_000, 10, 20, 10, 15, 1)]);
        var table = FeatureBuilder.Build(bars, new("x", ["share", "change"]), Catalogue, 1, Token);
        Assert.Equal(["share", "change"], table.Names);
        Assert.Equal([double.NaN, 0.25], table.Columns[0]);
        Assert.Equal([double.NaN, 1.5], table.Columns[1]);
        Assert.Equal((2, 1), (table.RowCount, table.FirstCompleteRow));
        Assert.Equal(["share", "change"], table.Descriptors.Select(d => d.Name));
    }

    [Fact]
    public void Build_AnyThreads_GivesTheSameColumns()
    {
        var bars = RandomBars.Create(300, 1, TimeFrame.Hour1);
        var set = new FeatureSet("x", ["share_b", "change", "change_b"]);
        var one = FeatureBuilder.Build(bars, set, Catalogue, 1, Token);
        var many = FeatureBuilder.Build(bars, set, Catalogue, 4, Token);
        Assert.Equal(one.Columns, many.Columns);
    }

    [Fact]
    public void Build_NoThreads_Throws() => Assert.Throws<ArgumentOutOfRangeException>(
        () => FeatureBuilder.Build(RandomBars.Create(3, 1, TimeFrame.Hour1), FeatureSet.All(Catalogue), Catalogue, 0, Token));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Build_Cancelled_Throws(int threads) => Assert.ThrowsAny<OperationCanceledException>(
        () => FeatureBuilder.Build(RandomBars.Create(3, 1, TimeFrame.Hour1), FeatureSet.All(Catalogue), Catalogue, threads, new(true)));

    [Fact]
    public void Compute_WrongColumns_Throws()
    {
        var bars = RandomBars.Create(3, 1, TimeFrame.Hour1);
        Assert.Throws<ArgumentException>(() => new ChangeFamily().Compute(bars, [new double[3]], Token));
        Assert.Throws<ArgumentException>(() => new ChangeFamily().Compute(bars, [new double[3], new double[2]], Token));
    }

    [Fact]
    public void Update_StreamSet_IsTheTableBitForBit()
    {
        var bars = RandomBars.Create(200, 2, TimeFrame.Hour1);
        var set = new FeatureSet("x", ["share_b", "change"]);
        var table = FeatureBuilder.Build(bars, set, Catalogue, 1, Token);
        var streams = new FeatureStreamSet(set, Catalogue, TimeFrame.Hour1);
        var row = new double[2];
        for (var pass = 0; pass < 2; pass++)
        {
            for (var i = 0; i < bars.Count; i++)
            {
                streams.Update(bars[i], row);
                Assert.Equal([table.Columns[0][i], table.Columns[1][i]], row);
            }

            streams.Reset();
        }

        Assert.Throws<ArgumentException>(() => streams.Update(bars[0], new double[3]));
        Assert.Equal(1, streams.FirstCompleteRow);
    }
}
