using Ratchet.Lifecycle.Selection;

namespace Ratchet.Lifecycle.Tests.Selection;

public sealed class RankingStabilityTests
{
    [Fact]
    public void Of_SameRankings_IsOneThroughout()
    {
        double[] scores = [0.5, 0.3, 0.2, 0];
        var stability = RankingStability.Of([scores, scores, scores], [[true, true, false, false], [true, true, false, false], [true, true, false, false]], 2);
        Assert.Equal(1, stability.Spearman, 1e-14);
        Assert.Equal(1, stability.Kendall, 1e-14);
        Assert.Equal((2, 1.0, 1.0), (stability.Top, stability.TopOverlap, stability.Nogueira));
    }

    [Fact]
    public void Of_OneSwapInThree_IsTheHandCalculation()
    {
        // Ranks 1 2 3 against 1 3 2: rho = 1 - 6 x 2 / (3 x 8) = 0.5, tau = (2 - 1) / 3; the best two share one of two.
        var stability = RankingStability.Of([[3, 2, 1], [3, 1, 2]], [[true, true, false], [true, false, true]], 2);
        Assert.Equal(0.5, stability.Spearman, 1e-15);
        Assert.Equal(1 / 3.0, stability.Kendall, 1e-15);
        Assert.Equal(0.5, stability.TopOverlap, 1e-15);

        // p = 1, 1/2, 1/2; s^2 = 2 p (1 - p) = 0, 1/2, 1/2, mean 1/3; m / d = 2/3, so 1 - (1/3) / (2/9) = -1/2.
        Assert.Equal(-0.5, stability.Nogueira, 1e-15);
    }

    [Fact]
    public void Of_ReversedRankings_IsMinusOne()
    {
        var stability = RankingStability.Of([[4, 3, 2, 1], [1, 2, 3, 4]], [[true, true, false, false], [false, false, true, true]], 2);
        Assert.Equal(-1, stability.Spearman, 1e-15);
        Assert.Equal(-1, stability.Kendall, 1e-15);
        Assert.Equal(0, stability.TopOverlap);
        Assert.Equal(-1, stability.Nogueira, 1e-15);
    }

    [Fact]
    public void NogueiraIndex_ThreeFolds_IsTheHandCalculation()
    {
        // p = 1, 2/3, 1/3, 0; s^2 = 3/2 p (1 - p) = 0, 1/3, 1/3, 0, mean 1/6; m / d = 1/2, so 1 - (1/6) / (1/4) = 1/3.
        bool[][] chosen = [[true, true, false, false], [true, true, false, false], [true, false, true, false]];
        Assert.Equal(1 / 3.0, RankingStability.NogueiraIndex(chosen), 1e-15);
    }

    [Fact]
    public void Of_NothingToCompare_IsUndefined()
    {
        Assert.True(double.IsNaN(RankingStability.NogueiraIndex([[true, false]])));
        Assert.True(double.IsNaN(RankingStability.NogueiraIndex([[true, true], [true, true]])));
        Assert.True(double.IsNaN(RankingStability.Of([[0, 0], [1, 2]], [[true, false], [true, false]], 1).Spearman));
        Assert.Throws<ArgumentException>(() => RankingStability.Of([[1, 2], [1]], [[true, false], [true, false]], 1));
        Assert.Throws<ArgumentException>(() => RankingStability.Of([[1, 2]], [], 1));
    }
}
