using System.Globalization;
using Ratchet.Adaptation.Advising;
using Ratchet.Adaptation.Decomposition;
using Ratchet.Adaptation.Regimes;
using Ratchet.Adaptation.Retirement;

namespace Ratchet.Adaptation.Monitor;

/// <summary>Shows how an advisor stands; changes nothing.</summary>
public static class AdvisorMonitor
{
    private const int MostDegraded = 2;

    /// <summary>Everything, at a time and for a regime.</summary>
    /// <param name="advisor">The advisor.</param>
    /// <param name="time">Now, in milliseconds since 1970-01-01 UTC.</param>
    /// <param name="regime">The regime that weights and shares are shown for.</param>
    public static AdvisorReport Report(StrategyAdvisor advisor, long time, MarketRegime regime)
    {
        var strategies = Strategies(advisor, time, regime);
        var regimes = Regimes(advisor, time);
        var spent = strategies.Sum(s => (double)s.Times.Active + s.Times.Degraded + s.Times.Suspended + s.Times.Retired);
        var degradations = strategies.Sum(s => s.Times.Degradations);
        return new()
        {
            Time = time,
            Regime = regime,
            Fault = advisor.Fault,
            Components = Components(advisor),
            Strategies = strategies,
            Regimes = regimes,
            AverageWeight = regimes.Average(r => r.AverageWeight),
            WeightCorrelation = advisor.Tally.WeightCorrelation,
            WeightPairs = advisor.Tally.WeightPairs,
            ShareOfTimeDegraded = spent > 0 ? strategies.Sum(s => (double)s.Times.Degraded) / spent : double.NaN,
            RecoveryRate = degradations > 0 ? (double)strategies.Sum(s => s.Times.Recoveries) / degradations : double.NaN,
            Signals = Signals(advisor),
            Effect = Effect(advisor),
            Alerts = Alerts(advisor),
            WeightHistory = [.. advisor.WeightHistory],
            Audit = [.. advisor.Audit],
            Settings = [.. AdvisorSettings.All.Select(s => new KeyValuePair<string, string>(s.Name, s.Text(advisor.Options)))],
        };
    }

    /// <summary>The strategies at a glance.</summary>
    /// <param name="advisor">The advisor.</param>
    /// <param name="time">Now.</param>
    /// <param name="regime">The regime of weights and shares.</param>
    public static IReadOnlyList<StrategySummary> Strategies(StrategyAdvisor advisor, long time, MarketRegime regime)
    {
        var shares = advisor.Allocation(regime);
        return
        [
            .. advisor.Strategies.Select((name, s) => new StrategySummary(
                name,
                advisor.Status(s),
                advisor.StatusSince(s),
                advisor.BaseWeights[s],
                advisor.EffectiveWeight(s, regime),
                shares[s],
                advisor.Trades.Figures(new(s, null, null), TradeWindow.LastTrades, time),
                advisor.AllTrades.Figures(new(s, null, null), TradeWindow.LastTrades, time),
                advisor.Health(s),
                advisor.Retirement.Times(s, time))),
        ];
    }

    /// <summary>How trading goes in every regime.</summary>
    /// <param name="advisor">The advisor.</param>
    /// <param name="time">Now.</param>
    public static IReadOnlyList<RegimeSummary> Regimes(StrategyAdvisor advisor, long time) =>
    [
        .. Enumerable.Range(0, RegimeNames.Count).Select(r => (MarketRegime)r).Select(regime => new RegimeSummary(
            regime,
            Enumerable.Range(0, advisor.Strategies.Count).Average(s => advisor.EffectiveWeight(s, regime)),
            advisor.Trades.Figures(new(null, null, regime), TradeWindow.All, time),
            advisor.AllTrades.Figures(new(null, null, regime), TradeWindow.All, time))),
    ];

    /// <summary>What became of signals.</summary>
    /// <param name="advisor">The advisor.</param>
    public static SignalSummary Signals(StrategyAdvisor advisor)
    {
        var tally = advisor.Tally;
        return new(
            tally.Passed,
            tally.Filtered,
            tally.Barred,
            (double)tally.Filtered / (tally.Passed + tally.Filtered),
            tally.PassedQuality / tally.Passed,
            tally.FilteredQuality / tally.Filtered,
            PerformanceFigures.Of(tally.Executed),
            PerformanceFigures.Of(tally.Followed));
    }

    /// <summary>What advice is worth.</summary>
    /// <param name="advisor">The advisor.</param>
    public static AdviceEffect Effect(StrategyAdvisor advisor)
    {
        var advised = PerformanceFigures.Of(advisor.Tally.Advised);
        var unadvised = PerformanceFigures.Of(advisor.Tally.Unadvised);
        return new(
            advised,
            unadvised,
            advised.Expectancy - unadvised.Expectancy,
            advised.ProfitFactor - unadvised.ProfitFactor,
            advised.Sharpe - unadvised.Sharpe,
            advisor.Tally.Advised.Sum - advisor.Tally.Unadvised.Sum);
    }

    /// <summary>What a person should look at, most urgent first; status alerts only while retirement is switched on.</summary>
    /// <param name="advisor">The advisor.</param>
    public static IReadOnlyList<AdvisorAlert> Alerts(StrategyAdvisor advisor)
    {
        var alerts = new List<AdvisorAlert>();
        if (advisor.Fault is { } fault)
        {
            alerts.Add(new(AlertKind.AdvisorFailed, AlertLevel.Critical, $"The advisor failed and advises base weights: {fault}"));
        }

        if (!advisor.Options.Retirement)
        {
            return alerts;
        }

        var active = Names(advisor, RetirementStatus.Active);
        var degraded = Names(advisor, RetirementStatus.Degraded);
        if (active.Count == 0)
        {
            alerts.Add(new(AlertKind.NoneActive, AlertLevel.Critical, $"None of {advisor.Strategies.Count} strategies is active."));
        }

        foreach (var name in Names(advisor, RetirementStatus.Suspended))
        {
            alerts.Add(new(AlertKind.StrategySuspended, AlertLevel.Alert, $"{name} is suspended and trades in shadow."));
        }

        if (degraded.Count > MostDegraded)
        {
            alerts.Add(new(AlertKind.SeveralDegraded, AlertLevel.Warning, $"{degraded.Count} strategies are degraded: {string.Join(", ", degraded)}."));
        }

        return alerts;
    }

    private static List<string> Names(StrategyAdvisor advisor, RetirementStatus status) => [.. advisor.Strategies.Where((_, s) => advisor.Status(s) == status)];

    private static ComponentStatus[] Components(StrategyAdvisor advisor)
    {
        var options = advisor.Options;
        var assessed = Enumerable.Range(0, advisor.Strategies.Count).Count(s => advisor.Health(s).Assessed);
        var learned = advisor.AllTrades.Groups(Grouping.Strategy)
            .Count(g => advisor.AllTrades.Figures(g, TradeWindow.LastTrades, 0).Trades >= options.QualityRules.LeastTrades);
        var weighed = advisor.Trades.Groups(Grouping.Strategy | Grouping.Regime)
            .Count(g => advisor.Trades.Figures(g, TradeWindow.LastTrades, 0).Trades >= options.WeightRules.LeastTrades);
        var all = advisor.Strategies.Count;
        return
        [
            new("decomposer", true, advisor.AllTrades.Count > 0, Text($"{advisor.Trades.Count:N0} trades with money, {advisor.AllTrades.Count - advisor.Trades.Count:N0} in shadow, {advisor.AllTrades.LeftOut:N0} left out")),
            new("adaptive weighting", options.AdaptiveWeighting, weighed > 0, Text($"{weighed} of {all * RegimeNames.Count} weights have enough trades")),
            new("quality filtering", options.QualityFiltering, learned > 0, Text($"{learned} of {all} strategies have enough trades")),
            new("retirement", options.Retirement, assessed > 0, Text($"{assessed} of {all} strategies are assessed")),
        ];
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
