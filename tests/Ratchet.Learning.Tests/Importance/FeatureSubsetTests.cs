using Ratchet.Learning.Importance;
using Ratchet.Learning.Tests.Forests;

namespace Ratchet.Learning.Tests.Importance;

public sealed class FeatureSubsetTests
{
    [Fact]
    public void Of_SomeColumns_HasTheirNamesThresholdsAndBins()
    {
        var x = ForestData.Make(80, 6, 1, missing: 0.1).Bin(16);
        var part = FeatureSubset.Of(x, [4, 1]);
        Assert.Equal(["f4", "f1"], part.Names);
        Assert.Equal(x.Column(4), part.Column(0));
        Assert.Equal(x.Thresholds(1), part.Thresholds(1));
        Assert.Equal(x.HasMissing(1), part.HasMissing(1));
        Assert.Equal(80, part.RowCount);
    }

    [Fact]
    public void Of_BadColumns_IsRefused()
    {
        var x = ForestData.Make(20, 3, 1).Bin(8);
        Assert.Throws<ArgumentException>(() => FeatureSubset.Of(x, []));
        Assert.Throws<ArgumentException>(() => FeatureSubset.Of(x, [0, 0]));
        Assert.Throws<ArgumentException>(() => FeatureSubset.Of(x, [3]));
    }
}
