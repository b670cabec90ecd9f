using Ratchet.Adaptation.Advising;
using Ratchet.Adaptation.Regimes;
using Ratchet.Adaptation.Retirement;
using Ratchet.Adaptation.Weights;
using Ratchet.Numerics.Randomness;
using Ratchet.Trading.Journal;

namespace Ratchet.Adaptation.Tests.Advising;

public sealed class AdvisorPropertyTests
{
    private const int Histories = 10_000;
    private const int Events = 40;
    private const int RoundTripEvents = 30;
    private const int Symbols = 2;
    private static readonly string[] Names = ["a", "b"];

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Advisor_RandomHistories_NeverLeavesItsBounds(bool aggressive)
    {
        var preset = aggressive ? AdvisorOptions.Aggressive : AdvisorOptions.Conservative;
        long scores = 0, moves = 0, suspended = 0;
        for (var history = 0; history < Histories; history++)
        {
            var random = StreamKey.FromSeed(71).Derive(aggressive ? 1 : 0).Derive(history).Open();
            var advisor = new StrategyAdvisor(AdvisorHistory.Options(random, preset), Names, [1, 0.8], Symbols);
            var events = new AdvisorHistory(random, Names.Length, Symbols);
            long seen = 0;
            for (var e = 0; e < Events; e++)
            {
                if (events.Next(advisor) is { } signal)
                {
                    scores++;
                    suspended += CheckScore(advisor, signal) ? 1 : 0;
                }

                CheckWeights(advisor);
                for (; seen < advisor.WeightHistory.Total; seen++)
                {
                    var place = advisor.WeightHistory.Count - (int)(advisor.WeightHistory.Total - seen);
                    moves += place >= 0 && CheckMove(advisor, advisor.WeightHistory[place]) ? 1 : 0;
                }
            }

            Assert.False(advisor.IsFailed, advisor.Fault);
        }

        Assert.True(scores > 100_000 && moves > 1_000 && suspended > 1_000, $"{scores} scores, {moves} moves, {suspended} suspended");
    }

    [Fact]
    public void State_RoundTripAtARandomPoint_ChangesNothingAfter()
    {
        for (var history = 0; history < Histories; history++)
        {
            var key = StreamKey.FromSeed(72).Derive(history);
            var options = AdvisorHistory.Options(key.Derive("options").Open(), history % 2 == 0 ? AdvisorOptions.Conservative : AdvisorOptions.Aggressive);
            var random = key.Derive("events").Open();
            var twin = key.Derive("events").Open();
            var first = new StrategyAdvisor(options, Names, [1, 0.8], Symbols);
            var second = new StrategyAdvisor(options, Names, [1, 0.8], Symbols);
            var firstEvents = new AdvisorHistory(random, Names.Length, Symbols);
            var secondEvents = new AdvisorHistory(twin, Names.Length, Symbols);
            var cut = key.Derive("cut").Open().NextInt(RoundTripEvents);
            for (var e = 0; e < RoundTripEvents; e++)
            {
                if (e == cut)
                {
                    var bytes = AdvisorHistory.Bytes(second);
                    second = history % 4 < 2 ? StrategyAdvisor.Restore(bytes) : ReadAnew(options, bytes);
                }

                Assert.Equal(firstEvents.Next(first), secondEvents.Next(second));
            }

            Assert.True(AdvisorHistory.Bytes(first).AsSpan().SequenceEqual(AdvisorHistory.Bytes(second)), $"history {history}, cut {cut}");
        }
    }

    private static StrategyAdvisor ReadAnew(AdvisorOptions options, byte[] bytes)
    {
        var advisor = new StrategyAdvisor(options, Names, [1, 0.8], Symbols);
        var reader = new StateReader(bytes);
        advisor.Read(ref reader);
        Assert.True(reader.AtEnd);
        return advisor;
    }

    private static bool CheckScore(StrategyAdvisor advisor, (AdvisorScore Score, int Strategy, double Confidence) signal)
    {
        var (score, strategy, confidence) = signal;
        Assert.InRange(score.Quality, 0, 1);
        Assert.InRange(score.Multiplier, 0, 2);
        Assert.InRange(score.ConfidenceCap, 0, 1);
        Assert.True(!(Math.Min(confidence, score.ConfidenceCap) > confidence), "confidence raised");
        Assert.True(score.Passes || score.Multiplier == 0);
        if (!advisor.Options.AnySwitch)
        {
            Assert.Equal(AdvisorScore.Neutral, score);
        }

        if (advisor.Options.QualityFiltering)
        {
            Assert.True(score.ConfidenceCap <= score.Quality);
            Assert.True(!score.Passes || score.Quality >= advisor.Options.QualityRules.Threshold);
        }

        var isOut = advisor.Options.Retirement && advisor.Status(strategy) is RetirementStatus.Suspended or RetirementStatus.Retired && advisor.Options.Retirement;
        if (isOut)
        {
            Assert.Equal(0, score.Multiplier);
            Assert.False(score.Passes);
        }

        return isOut;
    }

    private static void CheckWeights(StrategyAdvisor advisor)
    {
        var rules = advisor.Options.WeightRules;
        for (var regime = 0; regime < RegimeNames.Count; regime++)
        {
            for (var s = 0; s < Names.Length; s++)
            {
                Assert.InRange(advisor.EffectiveWeight(s, (MarketRegime)regime), rules.Minimum, rules.Maximum);
            }

            var sum = advisor.Allocation((MarketRegime)regime).Sum();
            Assert.True(sum == 0 || Math.Abs(sum - 1) < 1e-12, $"{sum}");
        }
    }

    private static bool CheckMove(StrategyAdvisor advisor, WeightChange change)
    {
        if (change.Reason is not (WeightChangeReason.Stepped or WeightChangeReason.Reached))
        {
            return false;
        }

        Assert.InRange(Math.Abs(change.After - change.Before), 0, (advisor.Options.WeightRules.Step * change.Before) + 1e-12);
        Assert.InRange(change.Composite, 0, 1);
        return true;
    }
}
