using Ratchet.Adaptation.Bandits;
using Ratchet.Adaptation.Selection;
using Ratchet.Numerics.Randomness;

namespace Ratchet.Adaptation.Tests.Selection;

public sealed class LearningStudyTests
{
    private static readonly StreamKey Key = StreamKey.FromSeed(1);
    private static readonly int[] Checkpoints = [100, 600];

    [Fact]
    public void Standard_TheWorld_IsAsStated()
    {
        var world = LearningWorld.Standard();
        Assert.Equal(
            ["trend_rider", "balanced_aggressive", "scalp", "defensive", "moderate"],
            LearningWorld.Regimes.Select(r => world.Profiles[world.Best(r)].Name));
        Assert.Equal(0.3 * 4 / 5, world.MeanGap(LearningWorld.Regimes[0]), 12);
        var random = Key.Open();
        var results = new double[7];
        var (sum, squares, product) = (0.0, 0.0, 0.0);
        for (var i = 0; i < 40_000; i++)
        {
            world.Draw(LearningWorld.Regimes[0], random, results);
            sum += results[6];
            squares += results[6] * results[6];
            product += (results[6] - 0.2) * (results[1] + 0.1);
        }

        Assert.Equal(0.2, sum / 40_000, 0.03);
        Assert.Equal(2.25, (squares / 40_000) - 0.04, 0.06);
        Assert.Equal(0.5 * 2.25, product / 40_000, 0.06);
    }

    [Fact]
    public void Run_FullInformationAndPooling_FindMore()
    {
        LearningResult Of(bool pooling, bool full) => LearningStudy.Run(
            LearningWorld.Standard(), LearningStudy.Setups().Single(s => s.Name == "EpsilonGreedy" && s.Options.Bandit.Pooling == pooling && s.FullInformation == full), 4, Checkpoints, 20, Key, 2, CancellationToken.None);
        var alone = Of(pooling: false, full: false);
        var all = Of(pooling: true, full: true);
        Assert.True(all.Found[1] > alone.Found[1] + 0.15, $"{all.Found[1]} against {alone.Found[1]}");
        Assert.True(all.Regret[1] < all.StaticRegret[1], $"{all.Regret[1]} against {all.StaticRegret[1]}");
        Assert.True(all.Regret[1] > all.Floor[1] * 0.8, $"{all.Regret[1]} against {all.Floor[1]}");
    }

    [Fact]
    public void Run_AnyThreads_IsTheSame()
    {
        var setup = LearningStudy.Setups()[1];
        var one = LearningStudy.Run(LearningWorld.Standard(), setup, 2, Checkpoints, 8, Key, 1, CancellationToken.None);
        var three = LearningStudy.Run(LearningWorld.Standard(), setup, 2, Checkpoints, 8, Key, 3, CancellationToken.None);
        Assert.Equal(one.Regret, three.Regret);
        Assert.Equal(one.ResultInR, three.ResultInR);
    }

    [Fact]
    public void Run_SwitchingWorld_ForgettersRecoverAndAveragesDoNot()
    {
        var results = SwitchingStudy.Setups().Select(s => SwitchingStudy.Run(s, 2, 1.5, 500, 40, Key, 2, CancellationToken.None)).ToArray();
        foreach (var result in results)
        {
            TestContext.Current.TestOutputHelper?.WriteLine(
                $"{result.Setup.Name,-42} full {result.Setup.FullInformation,-5} knew {result.KnewBefore:0.00} recovered {result.Recovered:0.00} R {result.ResultBefore:0.00} -> {result.ResultAfter:0.00}");
        }

        var plain = results.Single(r => r.Setup.Name.StartsWith("plain average, epsilon", StringComparison.Ordinal) && r.Setup.FullInformation);
        var detecting = results.Single(r => r.Setup.Name.StartsWith("epsilon-greedy with", StringComparison.Ordinal) && r.Setup.FullInformation);
        var discounted = results.Single(r => r.Setup.Options.Bandit.Policy == BanditPolicy.DiscountedUcb && r.Setup.FullInformation);
        Assert.True(plain.Recovered < 0.2, $"plain {plain.Recovered}");
        Assert.True(detecting.Recovered > 0.8, $"detecting {detecting.Recovered}");
        Assert.True(discounted.Recovered > 0.8, $"discounted {discounted.Recovered}");
    }
}
