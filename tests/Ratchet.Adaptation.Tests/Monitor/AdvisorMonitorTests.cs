using System.Buffers;
using Ratchet.Adaptation.Advising;
using Ratchet.Adaptation.Monitor;
using Ratchet.Adaptation.Regimes;
using Ratchet.Adaptation.Retirement;
using Ratchet.Adaptation.Tests.Advising;
using Ratchet.Market.Bars;
using Ratchet.Trading.Journal;
using Ratchet.Trading.Profiles;

namespace Ratchet.Adaptation.Tests.Monitor;

public sealed class AdvisorMonitorTests
{
    private const long Hour = 3_600_000;

    [Fact]
    public void Effect_TradesWithMoneyAndInShadow_IsWeighedAgainstAllOfThem()
    {
        // With money: 2 x +1 R at multiplier 1.5. In shadow: 2 x -1 R. With advice 1.5 R a trade and 3 R in all, without 0.
        var advisor = StrategyAdvisorTests.Make(new());
        StrategyAdvisorTests.Feed(advisor, 0, 2, 1, 1, multiplier: 1.5);
        StrategyAdvisorTests.Feed(advisor, 0, 2, -1, 2, shadow: true);
        var effect = AdvisorMonitor.Effect(advisor);
        Assert.Equal((2, 4), (effect.Advised.Trades, effect.Unadvised.Trades));
        Assert.Equal(1.5, effect.ExpectancyGain, 12);
        Assert.Equal(3, effect.TotalGain, 12);
        var signals = AdvisorMonitor.Signals(advisor);
        Assert.Equal((1.0, -1.0), (signals.Executed.Expectancy, signals.Followed.Expectancy));
    }

    [Fact]
    public void Signals_PassedFilteredAndBarred_AreCounted()
    {
        var advisor = StrategyAdvisorTests.Make(new());
        advisor.Force(0, 1, RetirementStatus.Suspended, "ann", "test");
        advisor.Score(1, 0, 0, MarketRegime.TrendUp, 0.9, 5);
        advisor.Score(2, 0, 0, MarketRegime.Illiquid, 0.1, 1);
        advisor.Score(3, 1, 0, MarketRegime.TrendUp, 0.9, 5);
        var signals = AdvisorMonitor.Signals(advisor);
        Assert.Equal((1, 1, 1, 0.5), (signals.Passed, signals.Filtered, signals.Barred, signals.ShareFiltered));
        Assert.True(signals.PassedQuality > signals.FilteredQuality);
    }

    [Fact]
    public void Alerts_FourSituations_AreNamedWithTheirLevel()
    {
        var advisor = new StrategyAdvisor(new(), ["a", "b", "c", "d"], [1, 1, 1, 1], 1);
        Assert.Empty(AdvisorMonitor.Alerts(advisor));
        for (var s = 0; s < 3; s++)
        {
            advisor.Force(s, s, RetirementStatus.Degraded, "ann", "test");
        }

        Assert.Equal([(AlertKind.SeveralDegraded, AlertLevel.Warning)], AdvisorMonitor.Alerts(advisor).Select(a => (a.Kind, a.Level)));
        advisor.Force(9, 3, RetirementStatus.Suspended, "ann", "test");
        Assert.Equal(
            [(AlertKind.NoneActive, AlertLevel.Critical), (AlertKind.StrategySuspended, AlertLevel.Alert), (AlertKind.SeveralDegraded, AlertLevel.Warning)],
            AdvisorMonitor.Alerts(advisor).Select(a => (a.Kind, a.Level)));
        advisor.Configure(10, advisor.Options with { Retirement = false }, "ann", "test");
        Assert.Empty(AdvisorMonitor.Alerts(advisor));
    }

    [Fact]
    public void Report_WeightsAheadOfResults_HasCorrelationTimesAndRecoveries()
    {
        var advisor = StrategyAdvisorTests.Make(new() { RetirementRules = new() { Window = 20 } });
        for (var hour = 0; hour < 8; hour++)
        {
            StrategyAdvisorTests.Feed(advisor, 0, 25, 1 + (0.1 * hour), hour * Hour);
            StrategyAdvisorTests.Feed(advisor, 1, 25, hour == 0 ? -1 : 0.5, hour * Hour);
            advisor.Update(hour * Hour, MarketRegime.TrendUp);
        }

        var report = AdvisorMonitor.Report(advisor, 10 * Hour, MarketRegime.TrendUp);
        Assert.InRange(report.WeightCorrelation, 0.5, 1);
        Assert.Equal(16, report.WeightPairs);
        Assert.Equal(1, report.RecoveryRate);
        Assert.Equal(1, report.Strategies[1].Times.Degradations);
        Assert.InRange(report.ShareOfTimeDegraded, 0, 0.5);
        Assert.Equal(1, report.Strategies.Sum(s => s.Share), 12);
        Assert.True(report.Components.All(c => c.Enabled) && report.Components[1].Initialised);
        Assert.Equal(200 * 2, report.Regimes[(int)MarketRegime.TrendUp].Figures.Trades);
    }

    [Fact]
    public void Csv_EveryTable_HasAsManyFieldsAsHeadings()
    {
        var advisor = StrategyAdvisorTests.Make(new());
        StrategyAdvisorTests.Feed(advisor, 0, 30, 1, 1);
        advisor.Update(2, MarketRegime.TrendUp);
        advisor.Force(3, 0, RetirementStatus.Degraded, "ann", "says \"no\", twice");
        var report = AdvisorMonitor.Report(advisor, 4, MarketRegime.TrendUp);
        foreach (var csv in new[] { AdvisorCsv.Strategies(report), AdvisorCsv.Regimes(report), AdvisorCsv.Weights(report) })
        {
            var lines = csv.TrimEnd('\n').Split('\n');
            Assert.True(lines.Length > 1);
            Assert.All(lines, l => Assert.Equal(lines[0].Count(c => c == ','), l.Count(c => c == ',')));
        }

        Assert.Contains(",\"says \"\"no\"\", twice\",", AdvisorCsv.Audit(report), StringComparison.Ordinal);
    }

    [Fact]
    public void Gauges_Report_AreNamedOncePerStrategy()
    {
        var advisor = StrategyAdvisorTests.Make(new());
        advisor.Force(1, 1, RetirementStatus.Degraded, "ann", "test");
        var gauges = AdvisorGauges.Of(AdvisorMonitor.Report(advisor, 2, MarketRegime.TrendUp));
        Assert.Equal(gauges.Count, gauges.Select(g => (g.Name, g.Strategy)).Distinct().Count());
        Assert.Equal(1, gauges.Single(g => g.Name == "ratchet.advisor.status" && g.Strategy == "RSI_Reversal").Value);
        Assert.Equal(0.8, gauges.Single(g => g.Name == "ratchet.advisor.weight" && g.Strategy == "RSI_Reversal").Value);
    }

    [Fact]
    public void Follower_SuspendedStrategy_IsFollowedOncePerSymbolAndLearnedFrom()
    {
        var advisor = StrategyAdvisorTests.Make(new());
        advisor.Force(0, 0, RetirementStatus.Suspended, "ann", "test");
        var follower = new ShadowFollower(new() { TakerFee = 0, SlippageBps = 0 }, 2, 1);
        var exits = new ExitPlan { StopMultiple = 1, TargetMultiples = [2], TargetFractions = [1] };
        Assert.True(follower.Follow(1, 0, 0, MarketRegime.TrendUp, 1, 10, exits));
        Assert.False(follower.Follow(1, 0, 0, MarketRegime.TrendUp, 1, 10, exits));
        Assert.True(follower.Follow(1, 1, 0, MarketRegime.Illiquid, -1, 10, exits));
        var twin = new ShadowFollower(new() { TakerFee = 0, SlippageBps = 0 }, 2, 1);
        var buffer = new ArrayBufferWriter<byte>();
        follower.Write(new(buffer));
        var reader = new StateReader(buffer.WrittenSpan);
        twin.Read(ref reader);
        twin.BarClosed(0, new Bar(Hour, 100, 121, 99, 120, 1), advisor);
        Assert.Equal(0, twin.Count);
        var figures = advisor.AllTrades.Figures(new(0, null, MarketRegime.TrendUp), Adaptation.Decomposition.TradeWindow.All, Hour);
        Assert.Equal((1, 2.0), (figures.Trades, figures.Expectancy));
        Assert.Equal(-1, advisor.AllTrades.Figures(new(1, null, MarketRegime.Illiquid), Adaptation.Decomposition.TradeWindow.All, Hour).Expectancy);
        Assert.Equal(0, advisor.Trades.Count);
        Assert.Equal(1, advisor.Health(0).Trades);
        Assert.True(twin.Follow(2, 0, 0, MarketRegime.TrendUp, 1, 10, exits));
    }
}
