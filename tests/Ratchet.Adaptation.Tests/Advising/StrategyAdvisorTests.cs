using Ratchet.Adaptation.Advising;
using Ratchet.Adaptation.Decomposition;
using Ratchet.Adaptation.Quality;
using Ratchet.Adaptation.Regimes;
using Ratchet.Adaptation.Retirement;
using Ratchet.Adaptation.Weights;

namespace Ratchet.Adaptation.Tests.Advising;

public sealed class StrategyAdvisorTests
{
    private const long Hour = 3_600_000;
    private static readonly string[] Names = ["EMA_Trend", "RSI_Reversal"];

    [Fact]
    public void Score_EverySwitchOff_ChangesNothingAndLearnsNothingOfSignals()
    {
        var advisor = Make(new() { QualityFiltering = false, AdaptiveWeighting = false, Retirement = false });
        advisor.Force(0, 1, RetirementStatus.Suspended, "ann", "test");
        Assert.Equal(AdvisorScore.Neutral, advisor.Score(1, 1, 0, MarketRegime.Illiquid, 0.1, 1));
        Assert.Empty(advisor.Signals);
    }

    [Fact]
    public void Score_FreshAdvisor_IsWeightTimesQuality()
    {
        var score = Make(new()).Score(1, 1, 0, MarketRegime.TrendUp, 0.6, 4);
        var quality = 0.68 * 1.05 * 1.1;
        Assert.True(score.Passes);
        Assert.Equal(quality, score.Quality, 12);
        Assert.Equal(0.6, score.ConfidenceCap, 12);
        Assert.Equal(0.8 * quality, score.Multiplier, 12);
    }

    [Fact]
    public void Score_DegradedAndSuspended_HalvesAndBars()
    {
        var advisor = Make(new() { QualityFiltering = false });
        advisor.Force(0, 0, RetirementStatus.Degraded, "ann", "test");
        Assert.Equal(0.5, advisor.Score(1, 0, 0, MarketRegime.TrendUp, 0.6, 4).Multiplier);
        advisor.Force(2, 0, RetirementStatus.Suspended, "ann", "test");
        var barred = advisor.Score(3, 0, 0, MarketRegime.TrendUp, 0.6, 4);
        Assert.Equal((false, 0.0, RetirementStatus.Suspended), (barred.Passes, barred.Multiplier, barred.Status));
        Assert.Equal([0, 1.0], advisor.Allocation(MarketRegime.TrendUp));
    }

    [Fact]
    public void Score_LowQuality_IsFilteredWithNoSize()
    {
        var score = Make(new()).Score(1, 0, 0, MarketRegime.Illiquid, 0.6, 1);
        Assert.Equal((false, 0.0), (score.Passes, score.Multiplier));
    }

    [Fact]
    public void Score_AggressiveWeightAboveTwo_IsCapped()
    {
        var advisor = new StrategyAdvisor(AdvisorOptions.Aggressive with { QualityFiltering = false }, Names, [3, 1], 1);
        Assert.Equal(3, advisor.EffectiveWeight(0, MarketRegime.TrendUp));
        Assert.Equal(2, advisor.Score(1, 0, 0, MarketRegime.TrendUp, 0.6, 4).Multiplier);
    }

    [Fact]
    public void Update_EveryHour_MovesTheRegimesWeights()
    {
        var advisor = Make(new());
        Feed(advisor, 0, 30, 1, 1000);
        Assert.True(advisor.Update(2000, MarketRegime.TrendUp));
        Assert.Equal(1.15, advisor.EffectiveWeight(0, MarketRegime.TrendUp), 12);
        Assert.Equal(1, advisor.EffectiveWeight(0, MarketRegime.RangeLowVol));
        Assert.False(advisor.Update(2000 + Hour - 1, MarketRegime.TrendUp));
        Assert.True(advisor.Update(2000 + Hour, MarketRegime.TrendUp));
        Assert.Equal(1.15 * 1.15, advisor.EffectiveWeight(0, MarketRegime.TrendUp), 12);
        Assert.Equal(2, advisor.WeightHistory.Count);
    }

    [Fact]
    public void Closed_TwentyLosses_DegradeWithTheNumbersInTheAudit()
    {
        var advisor = Make(new());
        Feed(advisor, 0, 20, -1, 1000);
        var entry = Assert.Single(advisor.Audit);
        Assert.Equal((AdvisorEntryKind.Status, "EMA_Trend", "ACTIVE", "DEGRADED"), (entry.Kind, entry.Subject, entry.From, entry.To));
        Assert.Contains("20 trades; expectancy -1 (bound -1) / 0.1", entry.Numbers, StringComparison.Ordinal);
    }

    [Fact]
    public void Configure_ChangedSettings_AreAuditedWithWhoAndWhyAndBoundsHoldAtOnce()
    {
        var advisor = new StrategyAdvisor(AdvisorOptions.Aggressive, Names, [3, 1], 1);
        advisor.ApplyPreset(5, AdvisorOptions.Conservative, "ann", "too wild");
        Assert.All(AdvisorSettings.All, s => Assert.Equal(s.Read(new()), s.Read(advisor.Options)));
        Assert.Equal(2, advisor.EffectiveWeight(0, MarketRegime.TrendUp));
        Assert.Equal(6, advisor.Audit.Count);
        Assert.All(advisor.Audit, e => Assert.Equal((AdvisorEntryKind.Setting, "ann", "too wild"), (e.Kind, e.By, e.Why)));
        var step = Assert.Single(advisor.Audit, e => e.Subject == "weights.step");
        Assert.Equal(("0.3", "0.15"), (step.From, step.To));
    }

    [Fact]
    public void Configure_ImpossibleOrFixedOptions_ChangeNothing()
    {
        var advisor = Make(new());
        Assert.Throws<ArgumentOutOfRangeException>(() => advisor.Configure(1, advisor.Options with { UpdateHours = 0 }, "ann", "test"));
        Assert.Throws<ArgumentException>(() => advisor.Configure(1, advisor.Options with { HistoryLength = 7 }, "ann", "test"));
        Assert.Throws<ArgumentException>(() => advisor.Configure(1, advisor.Options with { Retirement = false }, "ann", " "));
        Assert.All(AdvisorSettings.All, s => Assert.Equal(s.Read(new()), s.Read(advisor.Options)));
        Assert.Empty(advisor.Audit);
    }

    [Fact]
    public void Configure_RetirementOnAgain_StartsTheHoursAnew()
    {
        var advisor = Make(new());
        Feed(advisor, 0, 20, -1, 1000);
        advisor.Configure(2000, advisor.Options with { Retirement = false }, "ann", "holiday");
        Assert.Equal(RetirementStatus.Active, advisor.Score(3000, 0, 0, MarketRegime.TrendUp, 1, 5).Status);
        advisor.Configure(1000 * Hour, advisor.Options with { Retirement = true }, "ann", "back");
        advisor.Update((1000 * Hour) + 1, MarketRegime.TrendUp);
        Assert.Equal(RetirementStatus.Degraded, advisor.Status(0));
        advisor.Update(1024 * Hour, MarketRegime.TrendUp);
        Assert.Equal(RetirementStatus.Suspended, advisor.Status(0));
    }

    [Fact]
    public void ResetWeights_MovedWeights_AreTheBaseAndAudited()
    {
        var advisor = Make(new());
        Feed(advisor, 0, 30, 1, 1000);
        advisor.Update(2000, MarketRegime.TrendUp);
        advisor.ResetWeights(3000, "ann", "fresh start");
        Assert.Equal(1, advisor.EffectiveWeight(0, MarketRegime.TrendUp));
        Assert.Equal(WeightChangeReason.Reset, advisor.WeightHistory[^1].Reason);
        Assert.Equal(AdvisorEntryKind.Reset, advisor.Audit[^1].Kind);
    }

    [Fact]
    public void Score_SomethingInsideThrows_BaseWeightsUntilAPersonRecovers()
    {
        var sink = new FaultySink();
        var advisor = new StrategyAdvisor(new(), Names, [1, 0.8], 1, sink);
        sink.IsBroken = true;
        var score = advisor.Score(1, 1, 0, MarketRegime.TrendUp, 0.9, 5);
        Assert.Equal(new AdvisorScore(true, 1, 1, 0.8, RetirementStatus.Active), score);
        Assert.True(advisor.IsFailed);
        Assert.Contains("disk full", advisor.Fault, StringComparison.Ordinal);
        sink.IsBroken = false;
        Assert.Equal(0.8, advisor.Score(2, 1, 0, MarketRegime.TrendUp, 0.2, 1).Multiplier);
        advisor.Recover(3, "ann", "disk emptied");
        Assert.False(advisor.IsFailed);
        Assert.False(advisor.Score(4, 1, 0, MarketRegime.Illiquid, 0.2, 1).Passes);
        Assert.Equal([AdvisorEntryKind.Failed, AdvisorEntryKind.Recovered], advisor.Audit.Select(e => e.Kind));
    }

    [Fact]
    public void Force_SinkThrows_IsDoneAndTheFailureIsKept()
    {
        var advisor = new StrategyAdvisor(new(), Names, [1, 0.8], 1, new FaultySink { IsBroken = true });
        advisor.Force(1, 0, RetirementStatus.Suspended, "ann", "test");
        Assert.Equal(RetirementStatus.Suspended, advisor.Status(0));
        Assert.True(advisor.IsFailed);
        Assert.Equal([AdvisorEntryKind.Forced, AdvisorEntryKind.Failed], advisor.Audit.Select(e => e.Kind));
        var restored = StrategyAdvisor.Restore(AdvisorHistory.Bytes(advisor));
        Assert.Equal(advisor.Fault, restored.Fault);
    }

    [Fact]
    public void Score_WarmedUp_AllocatesNothing()
    {
        var advisor = Make(new());
        Feed(advisor, 0, 30, 1, 1000);
        advisor.Score(1, 0, 0, MarketRegime.TrendUp, 0.9, 5);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++)
        {
            advisor.Score(i, 0, 0, (MarketRegime)(i % 7), 0.9, 5);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void Score_UnknownStrategySymbolOrRegime_Throws()
    {
        var advisor = Make(new());
        Assert.Throws<ArgumentOutOfRangeException>(() => advisor.Score(1, 2, 0, MarketRegime.TrendUp, 0.9, 5));
        Assert.Throws<ArgumentOutOfRangeException>(() => advisor.Score(1, 0, 1, MarketRegime.TrendUp, 0.9, 5));
        Assert.Throws<ArgumentOutOfRangeException>(() => advisor.Score(1, 0, 0, (MarketRegime)7, 0.9, 5));
    }

    [Fact]
    public void Restore_TruncatedOrForeignBytes_AreRefused()
    {
        var advisor = Make(new() { HistoryLength = 10 });
        Feed(advisor, 0, 30, -1, 1000);
        advisor.Score(2000, 0, 0, MarketRegime.TrendUp, 0.9, 5);
        var bytes = AdvisorHistory.Bytes(advisor);
        for (var length = 0; length < bytes.Length; length += 7)
        {
            Assert.Throws<InvalidDataException>(() => StrategyAdvisor.Restore(bytes.AsSpan(0, length)));
        }

        Assert.Throws<InvalidDataException>(() => StrategyAdvisor.Restore([.. bytes, 0]));
        bytes[0] ^= 1;
        Assert.Throws<InvalidDataException>(() => StrategyAdvisor.Restore(bytes));
    }

    [Fact]
    public void Settings_EveryOne_ReadsWhatWasWrittenAndValidates()
    {
        Assert.Equal(AdvisorSettings.All.Count, AdvisorSettings.All.Select(s => s.Name).Distinct(StringComparer.Ordinal).Count());
        foreach (var setting in AdvisorSettings.All)
        {
            var value = setting.IsSwitch ? 1 - setting.Read(new()) : setting.Read(new()) + 1;
            var changed = setting.With(new(), value);
            Assert.Equal(value, setting.Read(changed));
            Assert.All(AdvisorSettings.All.Where(s => s != setting), s => Assert.Equal(s.Read(new()), s.Read(changed)));
            Assert.Equal(setting.Read(new()), setting.Read(setting.WithText(changed, setting.Text(new()))));
        }
    }

    internal static StrategyAdvisor Make(AdvisorOptions options) => new(options, Names, [1, 0.8], 1);

    internal static void Feed(StrategyAdvisor advisor, int strategy, int count, double result, long time, bool shadow = false, double multiplier = 1)
    {
        for (var i = 0; i < count; i++)
        {
            advisor.Closed(new StrategyTrade(strategy, 0, MarketRegime.TrendUp, 1, time, time, 100 * result, 1, 0, result, shadow, multiplier));
        }
    }

    private sealed class FaultySink : IAdvisorSink
    {
        public bool IsBroken { get; set; }

        public void Scored(in SignalRecord signal) => Break();

        public void Weighed(in WeightChange change) => Break();

        public void Audited(AdvisorEntry entry) => Break();

        private void Break()
        {
            if (IsBroken)
            {
                throw new IOException("disk full");
            }
        }
    }
}
