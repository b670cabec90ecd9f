using Ratchet.Learning.Resampling;

namespace Ratchet.Learning.Tests.Resampling;

public sealed class GroupBalanceTests
{
    private static readonly int[] Groups = [0, 0, 0, 1, 2, 2];

    [Fact]
    public void Shares_SomeRows_AreTheHandCalculation() => Assert.Equal([0.5, 0.25, 0.25, 0], GroupBalance.Shares(Groups, [0, 1, 3, 5], 4));

    [Fact]
    public void Even_ThreeGroups_WeighTheSameWithMeanOne()
    {
        var weights = GroupBalance.Even(Groups, [0, 1, 2, 3, 4, 5], 4);
        Assert.Equal([2 / 3.0, 2 / 3.0, 2 / 3.0, 2, 1, 1], weights);
        Assert.Equal([1.0, 0, 0, 1, 0, 0], GroupBalance.Even(Groups, [0, 3], 4));
    }

    [Fact]
    public void Towards_WantedShares_AreReached()
    {
        var weights = GroupBalance.Towards(Groups, [0, 1, 2, 3], [0.5, 0.25, 0.25]);
        Assert.Equal(4, weights.Sum(), 1e-12);
        Assert.Equal(2 / 3.0, weights[..3].Sum() / 4, 1e-12);
        Assert.Equal(1 / 3.0, weights[3] / 4, 1e-12);
    }

    [Fact]
    public void BadInput_IsRefused()
    {
        Assert.Throws<ArgumentException>(() => GroupBalance.Shares(Groups, [], 3));
        Assert.Contains("group 2", Assert.Throws<ArgumentException>(() => GroupBalance.Shares(Groups, [4], 2)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => GroupBalance.Even(Groups, [6], 3));
        Assert.Throws<ArgumentException>(() => GroupBalance.Towards(Groups, [0], [0, 1, 1]));
        Assert.Throws<ArgumentException>(() => GroupBalance.Towards(Groups, [0], [double.NaN, 1, 1]));
    }
}
