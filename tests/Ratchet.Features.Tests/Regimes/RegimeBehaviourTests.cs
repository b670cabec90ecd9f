using Ratchet.Features.Regimes;
using Ratchet.Features.Tests.Sets;
using Ratchet.Learning.Markov;
using Ratchet.Market.Bars;
using Ratchet.Market.Time;
using Ratchet.Numerics.Randomness;

namespace Ratchet.Features.Tests.Regimes;

public sealed class RegimeBehaviourTests
{
    // Blocks of 150 bars that rise, rest and fall in turn.
    private static BarSeries Blocks(int count)
    {
        var stream = StreamKey.FromSeed(31).Derive("blocks").Open();
        var bars = new Bar[count];
        var price = 100.0;
        for (var i = 0; i < count; i++)
        {
            var drift = ((i / 150) % 3) switch { 0 => 0.004, 1 => 0.0, _ => -0.004 };
            var close = price * Math.Exp(drift + (0.004 * stream.NextNormal()));
            bars[i] = new(i * TimeFrame.Hour1.Milliseconds, price, Math.Max(price, close), Math.Min(price, close), close, 1);
            price = close;
        }

        return RandomBars.FromBars(TimeFrame.Hour1, bars);
    }

    [Fact]
    public void Compute_RisingAndFallingBlocks_NamesThemBullAndBear()
    {
        var columns = RegimeRefitContractTests.Columns(RegimeFeatures.Create(new RegimeOptions { MinimumBars = 900, RefitEveryBars = 450 })[0], Blocks(4500));
        var (bull, bear, rest) = (new double[3], new double[3], new double[3]);
        var seen = new int[3];
        for (var i = 900; i < 4500; i++)
        {
            // The first 40 bars of a block still carry the trend of the one before.
            if (i % 150 >= 40)
            {
                var kind = i / 150 % 3;
                bull[kind] += columns[0][i];
                bear[kind] += columns[1][i];
                rest[kind] += columns[2][i];
                seen[kind]++;
            }
        }

        Assert.True(bull[0] / seen[0] > 0.8, $"bull in rises {bull[0] / seen[0]}");
        Assert.True(bear[2] / seen[2] > 0.8, $"bear in falls {bear[2] / seen[2]}");
        Assert.True(rest[1] / seen[1] > 0.8, $"sideways at rest {rest[1] / seen[1]}");
        Assert.True(bull[2] / seen[2] < 0.1 && bear[0] / seen[0] < 0.1);
    }

    [Fact]
    public void ByTrend_RenamedStates_RestoresTheFallingOrder()
    {
        var former = new HmmModel(HmmCovariance.Diagonal, 2, [0.2, 0.3, 0.5], [0.8, 0.1, 0.1, 0.1, 0.8, 0.1, 0.1, 0.1, 0.8], [1, 0, 0, 1, -1, 0], [1, 1, 1, 1, 1, 1]);
        Assert.Equal([1, 2, 0], StateMatching.ByTrend(former.Reorder([2, 0, 1])));
    }

    [Fact]
    public void SignedFit_Lines_AreOneAndMinusOne()
    {
        Assert.Equal(1, TrendStrength.SignedFit([1, 2, 3, 4]), 1e-12);
        Assert.Equal(-1, TrendStrength.SignedFit([4, 3, 2, 1]), 1e-12);
        Assert.Equal(0, TrendStrength.SignedFit([2, 2, 2]));
        // Slope 1.5 / 5 of 0, 1, 0, 1: covariance 1, time 5, variance 1, so R² = 1 / 5.
        Assert.Equal(0.2, TrendStrength.SignedFit([0, 1, 0, 1]), 1e-12);
    }

    [Fact]
    public void Rank_Ties_CountHalf()
    {
        Assert.Equal(3.5 / 4, VolatilityRankStep.Rank([1, 2, 3, 4]));
        Assert.Equal(0.5, VolatilityRankStep.Rank([2, 2, 2, 2]));
        Assert.Equal((1 + (0.5 * 2)) / 4, VolatilityRankStep.Rank([1, 2, 3, 2]));
    }

    [Theory]
    [InlineData(2, 500, 1000, 4000, 25)]
    [InlineData(7, 500, 1000, 4000, 25)]
    [InlineData(3, 159, 1000, 4000, 25)]
    [InlineData(3, 500, 0, 4000, 25)]
    [InlineData(3, 500, 1000, 99, 25)]
    [InlineData(3, 500, 1000, 4000, 0)]
    public void Create_OutsideBounds_Throws(int states, int minimum, int every, int window, int iterations) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => RegimeFeatures.Create(
            new RegimeOptions { States = states, MinimumBars = minimum, RefitEveryBars = every, WindowBars = window, Iterations = iterations }));

    [Fact]
    public void Create_AtTheBounds_Computes()
    {
        var options = new RegimeOptions { States = 6, MinimumBars = 160, RefitEveryBars = 1, WindowBars = 100, Iterations = 1 };
        var column = RegimeRefitContractTests.Columns(RegimeFeatures.Create(options)[0], RandomBars.Create(220, 5, TimeFrame.Hour1))[0];
        Assert.All(column.Skip(160), value => Assert.True(double.IsFinite(value)));
    }
}
