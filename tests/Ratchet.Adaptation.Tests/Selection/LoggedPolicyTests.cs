using Ratchet.Adaptation.Bandits;
using Ratchet.Adaptation.Regimes;
using Ratchet.Adaptation.Selection;
using Ratchet.Numerics.Randomness;
using Ratchet.Trading.Profiles;

namespace Ratchet.Adaptation.Tests.Selection;

public sealed class LoggedPolicyTests
{
    [Theory]
    [InlineData(BanditPolicy.EpsilonGreedy)]
    [InlineData(BanditPolicy.Thompson)]
    [InlineData(BanditPolicy.Exp3S)]
    [InlineData(BanditPolicy.DiscountedUcb)]
    public void Replayed_TheLogsOwnOptions_GiveItsProbabilitiesToTheBit(BanditPolicy policy)
    {
        var options = new SelectorOptions { Bandit = new() { Policy = policy } };
        var log = Log(options, 400);
        var judged = LoggedPolicy.Judged(log);
        Assert.InRange(judged.Count, 100, 400);
        Assert.Equal(LoggedPolicy.Own(judged), LoggedPolicy.Replayed(log, judged, TradeProfiles.All, 3, options, withSimulated: false));
    }

    [Fact]
    public void Greedy_TheLogsEpsilon_GivesItsProbabilities()
    {
        var judged = LoggedPolicy.Judged(Log(new() { Bandit = new() { Epsilon = 0.3 } }, 300));
        var own = LoggedPolicy.Own(judged);
        var again = LoggedPolicy.Greedy(judged, 0.3);
        Assert.All(Enumerable.Range(0, own.Length), i => Assert.Equal(own[i], again[i], 12));
        Assert.Throws<ArgumentOutOfRangeException>("epsilon", () => LoggedPolicy.Greedy(judged, 1.1));
    }

    [Fact]
    public void Always_ProfileNotAllowed_TakesTheBestSeen()
    {
        var judged = LoggedPolicy.Judged(Log(new(), 300));
        var scalp = TradeProfiles.IndexOf(TradeProfiles.All, "scalp");
        var rows = LoggedPolicy.Always(judged, scalp);
        for (var i = 0; i < judged.Count; i++)
        {
            var row = rows.AsSpan(i * TradeProfiles.All.Count, TradeProfiles.All.Count).ToArray();
            Assert.Equal(1, row.Sum(), 12);
            Assert.Equal((judged[i].Context.Allowed >> scalp & 1) != 0, row[scalp] == 1);
        }
    }

    // Every fifth signal comes to nothing, and unsafe regimes are among them.
    private static IReadOnlyList<LoggedDecision> Log(SelectorOptions options, int decisions)
    {
        var log = new MemoryDecisionLog();
        var selector = new ProfileSelector(options, TradeProfiles.All, 3, log);
        var random = StreamKey.FromSeed(11).Open();
        for (var i = 0; i < decisions; i++)
        {
            var choice = selector.Choose(10 * i, i % 3, (MarketRegime)random.NextInt(RegimeNames.Count), 0.05 + (0.2 * random.NextDouble()));
            if (i % 5 != 0 && choice.Profile >= 0)
            {
                selector.Reward((10 * i) + 5, choice.Decision, 3 * random.NextNormal(), 2);
            }
        }

        return [.. log.Decisions];
    }
}
