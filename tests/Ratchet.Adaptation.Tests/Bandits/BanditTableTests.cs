using Ratchet.Adaptation.Bandits;
using Ratchet.Adaptation.Regimes;
using Ratchet.Numerics.Randomness;

namespace Ratchet.Adaptation.Tests.Bandits;

public sealed class BanditTableTests
{
    private const MarketRegime Up = MarketRegime.TrendUp;
    private static readonly BanditOptions Alone = new() { Pooling = false };

    [Fact]
    public void Learn_WithoutPooling_MovesByTheStep()
    {
        var table = new BanditTable(Alone, [1.34, 0], 1);
        Assert.Equal(1.34, table.Estimate(0, Up, 0).Value);
        table.Learn(0, Up, 0, -1, 10, 0.5, isReal: true);
        Assert.Equal((0.8 * 1.34) - 0.2, table.Estimate(0, Up, 0).Value, 12);
        table.Learn(0, Up, 0, 2, 20, 1, isReal: false);
        var view = table.View(0, Up, 0);
        Assert.Equal((0.8 * ((0.8 * 1.34) - 0.2)) + 0.4, view.Value, 12);
        Assert.Equal((1L, -1.0, 1L, 2.0, 20L), (view.Real, view.RealMean, view.Shadow, view.ShadowMean, view.Updated));
        Assert.Null(table.View(0, Up, 1).Updated);
    }

    [Fact]
    public void Learn_SmallAlpha_PriorIsWorthItsTrades()
    {
        var table = new BanditTable(Alone with { Alpha = 0 }, [1], 1);
        for (var i = 0; i < 30; i++)
        {
            table.Learn(0, Up, 0, -1, i, 1, isReal: true);
        }

        // A prior of 1 worth 10 trades and 30 rewards of -1.
        Assert.Equal((10.0 - 30) / 40, table.Estimate(0, Up, 0).Value, 12);
        var zero = new BanditTable(Alone with { Alpha = 0, PriorTrades = 0, PriorFromExpectancy = false }, [1], 1);
        Assert.Equal(0, zero.Estimate(0, Up, 0).Value);
        zero.Learn(0, Up, 0, 2, 0, 1, isReal: true);
        zero.Learn(0, Up, 0, 4, 0, 1, isReal: true);
        Assert.Equal(3, zero.Estimate(0, Up, 0).Value, 12);
    }

    [Fact]
    public void Estimate_Pooling_IsTheDocumentedShrinkage()
    {
        var options = new BanditOptions { PoolingStrength = 20 };
        var table = new BanditTable(options, [1], 2);
        table.Learn(0, Up, 0, -1, 0, 1, isReal: true);
        var own = 0.8 - 0.2;
        var shared = (10.0 - 1) / 11;
        var middle = (shared + (20 * shared)) / 21;
        Assert.Equal((own + (20 * middle)) / 21, table.Estimate(0, Up, 0).Value, 12);
        Assert.Equal(middle, table.Estimate(1, Up, 0).Value, 12);
        Assert.Equal(shared, table.Estimate(1, MarketRegime.TrendDown, 0).Value, 12);
        var t2 = 11.0;
        var t1 = 1 + (20 * t2 / (20 + t2));
        Assert.Equal(1 + (20 * t1 / (20 + t1)), table.Estimate(0, Up, 0).Trades, 12);
    }

    [Fact]
    public void Learn_PermutedRewardsOfOthers_GiveTheSameCounts()
    {
        var table = new BanditTable(Alone with { Alpha = 0 }, [0, 0], 1);
        var other = new BanditTable(Alone with { Alpha = 0 }, [0, 0], 1);
        double[] rewards = [1, -1, 2, 0.5];
        for (var i = 0; i < 4; i++)
        {
            table.Learn(0, Up, 0, rewards[i], i, 1, isReal: true);
            other.Learn(0, Up, 0, rewards[3 - i], 3 - i, 1, isReal: true);
        }

        Assert.Equal(table.View(0, Up, 0).Value, other.View(0, Up, 0).Value, 12);
        Assert.Equal(table.View(0, Up, 0).Updated, other.View(0, Up, 0).Updated);
    }

    [Fact]
    public void Learn_RewardsThatBreak_ShortenMemory()
    {
        var options = Alone with { Alpha = 0, DetectChanges = true };
        var table = new BanditTable(options, [0], 1);
        var plain = new BanditTable(options with { DetectChanges = false }, [0], 1);
        var random = StreamKey.FromSeed(3).Open();
        for (var i = 0; i < 600; i++)
        {
            var reward = (i < 500 ? 1 : -1) + random.NextNormal();
            table.Learn(0, Up, 0, reward, i, 1, isReal: true);
            plain.Learn(0, Up, 0, reward, i, 1, isReal: true);
        }

        Assert.InRange(table.View(0, Up, 0).Breaks, 1, 3);
        Assert.InRange(table.View(0, Up, 0).Value, -1.5, -0.5);
        Assert.True(plain.View(0, Up, 0).Value > 0.5, "a plain average still lives in the past");
    }

    [Theory]
    [InlineData(BanditPolicy.EpsilonGreedy)]
    [InlineData(BanditPolicy.Thompson)]
    [InlineData(BanditPolicy.Ucb1Tuned)]
    [InlineData(BanditPolicy.DiscountedUcb)]
    [InlineData(BanditPolicy.Exp3S)]
    [InlineData(BanditPolicy.Softmax)]
    public void Fill_RandomHistories_SumsToOneOnTheAllowedAlone(BanditPolicy policy)
    {
        var options = new BanditOptions { Policy = policy };
        Span<double> probabilities = stackalloc double[7];
        Span<double> values = stackalloc double[7];
        for (ulong seed = 0; seed < 100; seed++)
        {
            var random = StreamKey.FromSeed(seed).Open();
            var table = new BanditTable(options, [0.3, 0.2, 0.5, 1, 1.3, 0.2, 1.6], 2);
            for (var i = 0; i < 200; i++)
            {
                table.Learn(random.NextInt(2), (MarketRegime)random.NextInt(7), random.NextInt(7), (random.NextDouble() * 9) - 2, i, 0.05 + (random.NextDouble() * 0.95), random.NextInt(2) == 0);
            }

            var allowed = (ulong)(1 + random.NextInt(127));
            var best = PolicyProbabilities.Fill(table, options, 0, Up, allowed, 4, probabilities, values);
            var sum = 0.0;
            for (var i = 0; i < 7; i++)
            {
                Assert.True(probabilities[i] >= 0 && ((allowed >> i & 1) != 0 || probabilities[i] == 0), $"{policy}, seed {seed}, arm {i}: {probabilities[i]}");
                Assert.True((allowed >> i & 1) == 0 || values[i] <= values[best]);
                sum += probabilities[i];
            }

            Assert.Equal(1, sum, 9);
        }
    }

    [Fact]
    public void Fill_EpsilonGreedy_IsEpsilonOverArmsAndTheRestOnTheBest()
    {
        var options = Alone with { Epsilon = 0.1 };
        var table = new BanditTable(options, [1, 2, 2, 0], 1);
        var probabilities = new double[4];
        var values = new double[4];
        Assert.Equal(1, PolicyProbabilities.Fill(table, options, 0, Up, 0b1111, -1, probabilities, values));
        Assert.Equal([0.025, 0.925, 0.025, 0.025], probabilities, (a, b) => Math.Abs(a - b) < 1e-12);
        Assert.Equal(2, PolicyProbabilities.Fill(table, options, 0, Up, 0b1111, 2, probabilities, values));
        Assert.Equal(0, PolicyProbabilities.Fill(table, options, 0, Up, 0b1001, 2, probabilities, values));
        Assert.Equal([0.95, 0, 0, 0.05], probabilities, (a, b) => Math.Abs(a - b) < 1e-12);
    }

    [Fact]
    public void Fill_Thompson_IsTheChanceOfBeingBest()
    {
        var options = Alone with { Policy = BanditPolicy.Thompson, PriorTrades = 9, PriorDeviation = 1.5 };
        var table = new BanditTable(options, [0.5, 0, 0], 1);
        var probabilities = new double[3];
        PolicyProbabilities.Fill(table, options, 0, Up, 0b111, -1, probabilities, new double[3]);
        var random = StreamKey.FromSeed(9).Open();
        var wins = 0;
        for (var i = 0; i < 200_000; i++)
        {
            var first = 0.5 + (0.5 * random.NextNormal());
            wins += first > 0.5 * random.NextNormal() & first > 0.5 * random.NextNormal() ? 1 : 0;
        }

        Assert.Equal(wins / 200_000.0, probabilities[0], 2);
        Assert.Equal(probabilities[1], probabilities[2], 12);
    }

    [Fact]
    public void Epsilon_Decay_HalvesToItsFloor()
    {
        var options = new BanditOptions { Epsilon = 0.2, EpsilonHalfLife = 50, EpsilonFloor = 0.03 };
        Assert.Equal(0.2, PolicyProbabilities.Epsilon(options, 0));
        Assert.Equal(0.1, PolicyProbabilities.Epsilon(options, 50), 12);
        Assert.Equal(0.03, PolicyProbabilities.Epsilon(options, 5000));
        Assert.Equal(0.2, PolicyProbabilities.Epsilon(options with { EpsilonHalfLife = 0 }, 5000));
    }

    [Fact]
    public void Draw_UniformNumbers_FallIntoTheirShares()
    {
        double[] p = [0, 0.25, 0, 0.75, 0];
        Assert.Equal(1, PolicyProbabilities.Draw(p, 0));
        Assert.Equal(1, PolicyProbabilities.Draw(p, 0.2499));
        Assert.Equal(3, PolicyProbabilities.Draw(p, 0.25));
        Assert.Equal(3, PolicyProbabilities.Draw([0, 0.25, 0, 0.7499999, 0], 0.99999999));
    }

    [Fact]
    public void Validate_EachBorder_IsHeld()
    {
        Refused(new() { Policy = (BanditPolicy)9 }, "Policy");
        Refused(new() { Epsilon = -0.01 }, "Epsilon");
        Refused(new() { Epsilon = 1.01 }, "Epsilon");
        Refused(new() { EpsilonHalfLife = -1 }, "EpsilonHalfLife");
        Refused(new() { EpsilonFloor = 2 }, "EpsilonFloor");
        Refused(new() { Alpha = 1.01 }, "Alpha");
        Refused(new() { PriorTrades = -1 }, "PriorTrades");
        Refused(new() { PriorDeviation = 0 }, "PriorDeviation");
        Refused(new() { PoolingStrength = 0 }, "PoolingStrength");
        Refused(new() { PooledAlpha = double.NaN }, "PooledAlpha");
        Refused(new() { MinimumHours = 0 }, "MinimumHours");
        Refused(new() { ClipLow = 7 }, "ClipLow");
        Refused(new() { ClipHigh = double.PositiveInfinity }, "ClipHigh");
        Refused(new() { ShadowWeight = 1.1 }, "ShadowWeight");
        Refused(new() { ChangeTolerance = -1 }, "ChangeTolerance");
        Refused(new() { ChangeThreshold = 0 }, "ChangeThreshold");
        Refused(new() { TradesAfterBreak = -1 }, "TradesAfterBreak");
        Refused(new() { Temperature = 0 }, "Temperature");
        Refused(new() { Discount = 0 }, "Discount");
        Refused(new() { DiscountedWidth = -1 }, "DiscountedWidth");
        Refused(new() { ExponentialShare = 0 }, "ExponentialShare");
        Refused(new() { ExponentialSharing = 1.1 }, "ExponentialSharing");
        var table = new BanditTable(new(), [0], 1);
        Assert.Throws<ArgumentOutOfRangeException>("reward", () => table.Learn(0, Up, 0, double.NaN, 0, 1, isReal: true));
        Assert.Throws<ArgumentOutOfRangeException>("propensity", () => table.Learn(0, Up, 0, 1, 0, 0, isReal: true));
        Assert.Throws<ArgumentException>(() => new BanditTable(new(), [double.NaN], 1));
    }

    private static void Refused(BanditOptions options, string field) => Assert.Throws<ArgumentOutOfRangeException>(field, options.Validate);
}
