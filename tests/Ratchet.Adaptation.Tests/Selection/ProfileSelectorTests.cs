using System.Buffers;
using System.Numerics;
using Ratchet.Adaptation.Bandits;
using Ratchet.Adaptation.Regimes;
using Ratchet.Adaptation.Selection;
using Ratchet.Numerics.Randomness;
using Ratchet.Trading.Journal;
using Ratchet.Trading.Profiles;

namespace Ratchet.Adaptation.Tests.Selection;

public sealed class ProfileSelectorTests
{
    private const MarketRegime Up = MarketRegime.TrendUp;
    private static readonly int Standard = TradeProfiles.IndexOf(TradeProfiles.All, TradeProfiles.DefaultName);
    private static readonly int Scalp = TradeProfiles.IndexOf(TradeProfiles.All, "scalp");
    private static readonly string[] Names = ["BTC", "ETH"];

    [Theory]
    [InlineData(MarketRegime.Illiquid)]
    [InlineData(MarketRegime.Unknown)]
    public void Choose_UnsafeRegime_OpensNothingOrDefensiveReduced(MarketRegime regime)
    {
        var choice = Make().Choose(0, 0, regime, 0);
        Assert.Equal((-1, 0.0, ChoiceReason.UnsafeRegime), (choice.Profile, choice.SizeFactor, choice.Why));
        var reduced = Make(new() { UnsafeRegimes = UnsafeRegimeRule.DefensiveReduced, ReducedSize = 0.25 }).Choose(0, 0, regime, 0);
        Assert.Equal((0, 0.25, 1.0), (reduced.Profile, reduced.SizeFactor, reduced.Propensity));
    }

    [Fact]
    public void Choose_Disabled_IsTheDefaultInEveryRegime()
    {
        var selector = Make(new() { Enabled = false });
        foreach (var regime in Enum.GetValues<MarketRegime>())
        {
            var choice = selector.Choose(0, 0, regime, 5);
            Assert.Equal((Standard, 1.0, 1.0, ChoiceReason.Disabled), (choice.Profile, choice.SizeFactor, choice.Propensity, choice.Why));
        }
    }

    [Fact]
    public void Choose_ManyTimes_NeverLeavesTheProfilesOfTheRegime()
    {
        var selector = Make(new() { Bandit = new() { Epsilon = 1 } });
        var seen = new HashSet<int>();
        for (var i = 0; i < 2000; i++)
        {
            var choice = selector.Choose(i, 0, Up, 0.1);
            Assert.True(TradeProfiles.All[choice.Profile].Allows("TREND_UP"));
            Assert.Equal(0.2, choice.Propensity, 12);
            seen.Add(choice.Profile);
        }

        Assert.Equal(5, seen.Count);
        Assert.InRange(selector.Counts.ExplorationRate, 0.75, 0.85);
    }

    [Fact]
    public void Choose_CostsOverAFifthOfTheStop_RefuseTheProfile()
    {
        var selector = Make(new() { Bandit = new() { Epsilon = 1 } });
        var tight = Enumerable.Range(0, 500).Select(i => selector.Choose(i, 0, MarketRegime.RangeLowVol, 0.12).Profile).ToHashSet();
        Assert.Contains(Scalp, tight);
        var wide = Enumerable.Range(0, 500).Select(i => selector.Choose(i, 0, MarketRegime.RangeLowVol, 0.13).Profile).ToHashSet();
        Assert.DoesNotContain(Scalp, wide);
        Assert.Equal(3, wide.Count);
        Assert.True(selector.Choose(0, 0, Up, 0.20).Profile >= 0);
        var none = selector.Choose(0, 0, Up, 0.2001);
        Assert.Equal((-1, ChoiceReason.CostsTooHigh), (none.Profile, none.Why));
    }

    [Fact]
    public void Reward_LateRepeatedAndForeign_AreToldApart()
    {
        var selector = Make(new() { PendingDecisions = 3 });
        var first = selector.Choose(0, 0, Up, 0);
        var second = selector.Choose(0, 0, Up, 0);
        Assert.Equal(RewardOutcome.Learned, selector.Reward(9, second.Decision, 1, 2));
        Assert.Equal(RewardOutcome.Learned, selector.Reward(9, first.Decision, -1, 2));
        Assert.Equal(RewardOutcome.Repeated, selector.Reward(9, first.Decision, -1, 2));
        Assert.Equal(RewardOutcome.UnknownDecision, selector.Reward(9, 99, 1, 2));
        Assert.Equal(RewardOutcome.NotFinite, selector.Reward(9, first.Decision, double.NaN, 2));
        Assert.Equal(RewardOutcome.NotFinite, selector.Reward(9, first.Decision, 1, -1));
        Assert.Equal(RewardOutcome.ForeignProfile, selector.RewardSimulated(9, first.Decision, first.Profile, 1, 1));
        Assert.Equal(RewardOutcome.ForeignProfile, selector.RewardSimulated(9, first.Decision, Scalp, 1, 1));
        Assert.Equal(RewardOutcome.ForeignProfile, selector.RewardSimulated(9, first.Decision, 7, 1, 1));
        Assert.Equal(RewardOutcome.Learned, selector.RewardSimulated(9, first.Decision, 1, 1, 1));
        Assert.Equal((2L, 1L, 1L), (selector.Counts.Rewards, selector.Counts.ShadowRewards, selector.Counts.Lost));
        for (var i = 0; i < 3; i++)
        {
            selector.Choose(0, 0, Up, 0);
        }

        Assert.Equal(RewardOutcome.UnknownDecision, selector.RewardSimulated(9, first.Decision, 2, 1, 1));
        var dropped = selector.Choose(0, 0, Up, 0);
        selector.Drop(dropped.Decision);
        Assert.Equal(0UL, selector.AllowedIn(dropped.Decision));
        Assert.Equal(RewardOutcome.UnknownDecision, selector.Reward(9, dropped.Decision, 1, 1));
    }

    [Fact]
    public void Reward_ClippedAndPerHour_IsWhatTheLogSays()
    {
        var log = new MemoryDecisionLog();
        var selector = new ProfileSelector(new() { Bandit = new() { RewardPerHour = true } }, TradeProfiles.All, 1, log);
        Assert.Equal(1.34 / 96, selector.Table.View(0, Up, Standard).Value, 12);
        selector.Reward(5, selector.Choose(1, 0, Up, 0).Decision, 3, 0.1);
        selector.Reward(6, selector.Choose(2, 0, Up, 0).Decision, 3, 6);
        selector.Reward(7, selector.Choose(3, 0, Up, 0).Decision, -30, 1);
        Assert.Equal([3.0, 0.5, -2.0], log.Decisions.Select(d => d.Reward!.Value.Reward));
        Assert.Equal(-30, log.Decisions.Last().Reward!.Value.ResultInR);
    }

    [Fact]
    public void Choose_TheLog_HoldsContextVectorAndValues()
    {
        var log = new MemoryDecisionLog();
        var selector = new ProfileSelector(new(), TradeProfiles.All, 1, log);
        var choice = selector.Choose(77, 0, Up, 0.05);
        selector.Choose(78, 0, MarketRegime.Illiquid, 0.05);
        var first = log.Decisions.First();
        Assert.Equal((77L, Up, 0.05, choice), (first.Context.Time, first.Context.Regime, first.Context.CostShare, first.Context.Choice));
        Assert.Equal(5, BitOperations.PopCount(first.Context.Allowed));
        Assert.Equal(1, first.Probabilities.Sum(), 12);
        Assert.Equal(choice.Propensity, first.Probabilities[choice.Profile]);
        Assert.Equal(TradeProfiles.All.Select(p => p.ExpectancyWithPartials), first.Values, (a, b) => Math.Abs(a - b) < 1e-12);
        Assert.All(log.Decisions.Last().Probabilities, p => Assert.Equal(0, p));
        Assert.Equal(7, log.Decisions.Last().Values.Count);
    }

    [Theory]
    [InlineData(BanditPolicy.EpsilonGreedy)]
    [InlineData(BanditPolicy.Thompson)]
    [InlineData(BanditPolicy.Exp3S)]
    [InlineData(BanditPolicy.DiscountedUcb)]
    public void Read_MidRun_ContinuesAlike(BanditPolicy policy)
    {
        var options = new SelectorOptions { Bandit = new() { Policy = policy, DetectChanges = true }, PendingDecisions = 16 };
        var one = Make(options);
        Play(one, 0, 400);
        var bytes = Bytes(one);
        var two = Make(options);
        var reader = new StateReader(bytes);
        two.Read(ref reader);
        Assert.True(reader.AtEnd);
        var three = Make(options);
        Assert.Empty(SelectorExchange.Import(three, Names, SelectorExchange.Export(one, Names)));
        foreach (var other in new[] { two, three })
        {
            Assert.Equal(bytes, Bytes(other));
        }

        Play(one, 400, 800);
        Play(two, 400, 800);
        Play(three, 400, 800);
        Assert.Equal(Bytes(one), Bytes(two));
        Assert.Equal(Bytes(one), Bytes(three));
    }

    [Fact]
    public void Read_TruncatedOrForeign_IsRefused()
    {
        var one = Make();
        Play(one, 0, 100);
        var bytes = Bytes(one);
        for (var length = 0; length < bytes.Length; length += 97)
        {
            Assert.Throws<InvalidDataException>(() => Read(bytes[..length], 2));
        }

        Assert.Throws<InvalidDataException>(() => Read(bytes, 3));
    }

    [Fact]
    public void Import_OtherNamesOrVersions_AreLeftOutOrRefused()
    {
        var one = Make();
        Play(one, 0, 100);
        var state = SelectorExchange.Export(one, Names);
        var left = SelectorExchange.Import(Make(), ["BTC", "SOL"], state);
        Assert.Equal("symbol 'ETH' is not known here; what was learned of it is left out", Assert.Single(left));
        Assert.Throws<InvalidDataException>(() => SelectorExchange.Import(Make(), Names, state with { Version = 2 }));
        Assert.Throws<InvalidDataException>(() => SelectorExchange.Import(Make(), Names, state with { Next = -1 }));
        Assert.Throws<InvalidDataException>(() => SelectorExchange.Import(Make(), Names, state with { Cells = [.. state.Cells.Select(c => c with { Value = double.NaN })] }));
        Assert.Throws<ArgumentException>(() => SelectorExchange.Export(one, ["BTC"]));
        Assert.Throws<ArgumentException>(() => SelectorExchange.Export(one, ["BTC", "BTC"]));
    }

    [Fact]
    public void Choose_Repeated_DoesNotAllocate()
    {
        foreach (var policy in Enum.GetValues<BanditPolicy>())
        {
            var selector = Make(new() { Bandit = new() { Policy = policy } });
            Play(selector, 0, 2000);
            var before = GC.GetAllocatedBytesForCurrentThread();
            for (var i = 0; i < 1000; i++)
            {
                selector.Choose(i, 0, Up, 0.05);
            }

            Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        }
    }

    [Fact]
    public void Validate_EachBorder_IsHeld()
    {
        Refused(new() { DefaultProfile = "none" }, "DefaultProfile");
        Refused(new() { UnsafeRegimes = UnsafeRegimeRule.DefensiveReduced, DefensiveProfile = "none" }, "DefensiveProfile");
        Refused(new() { ReducedSize = 0 }, "ReducedSize");
        Refused(new() { MaximumCostShare = 0 }, "MaximumCostShare");
        Refused(new() { PendingDecisions = 0 }, "PendingDecisions");
        Refused(new() { Bandit = new() { Epsilon = 2 } }, "Epsilon");
        Assert.Throws<ArgumentOutOfRangeException>("symbol", () => Make().Choose(0, 2, Up, 0));
        Assert.Throws<ArgumentOutOfRangeException>("regime", () => Make().Choose(0, 0, (MarketRegime)7, 0));
    }

    private static void Refused(SelectorOptions options, string field) =>
        Assert.Contains(field, Assert.ThrowsAny<ArgumentException>(() => Make(options)).Message, StringComparison.Ordinal);

    private static ProfileSelector Make(SelectorOptions? options = null) => new(options ?? new(), TradeProfiles.All, 2);

    private static void Read(byte[] bytes, int symbols)
    {
        var reader = new StateReader(bytes);
        new ProfileSelector(new(), TradeProfiles.All, symbols).Read(ref reader);
    }

    private static void Play(ProfileSelector selector, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            var random = StreamKey.FromSeed(5).Derive(i).Open();
            var choice = selector.Choose(i, random.NextInt(2), (MarketRegime)random.NextInt(7), random.NextDouble() * 0.3);
            var late = Math.Max(0, choice.Decision - random.NextInt(20));
            selector.Reward(i, late, random.NextNormal(), random.NextDouble() * 50);
            selector.RewardSimulated(i, choice.Decision, random.NextInt(7), random.NextNormal(), 3);
        }
    }

    private static byte[] Bytes(ProfileSelector selector)
    {
        var output = new ArrayBufferWriter<byte>();
        selector.Write(new(output));
        return output.WrittenSpan.ToArray();
    }
}
