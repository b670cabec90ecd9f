namespace Ratchet.Adaptation.Monitor;

/// <summary>A report as plain numbers with names, for a host to publish.</summary>
public static class AdvisorGauges
{
    /// <summary>The numbers of a report, always in the same order.</summary>
    /// <param name="report">The report.</param>
    public static IReadOnlyList<AdvisorGauge> Of(AdvisorReport report) =>
    [
        new("ratchet.advisor.failed", null, report.Fault is null ? 0 : 1),
        new("ratchet.advisor.alerts", null, report.Alerts.Count),
        new("ratchet.advisor.weight.average", null, report.AverageWeight),
        new("ratchet.advisor.weight.correlation", null, report.WeightCorrelation),
        new("ratchet.advisor.signals.passed", null, report.Signals.Passed),
        new("ratchet.advisor.signals.filtered", null, report.Signals.Filtered),
        new("ratchet.advisor.signals.barred", null, report.Signals.Barred),
        new("ratchet.advisor.degraded.time_share", null, report.ShareOfTimeDegraded),
        new("ratchet.advisor.recovery_rate", null, report.RecoveryRate),
        new("ratchet.advisor.effect.expectancy", null, report.Effect.ExpectancyGain),
        new("ratchet.advisor.effect.profit_factor", null, report.Effect.ProfitFactorGain),
        new("ratchet.advisor.effect.sharpe", null, report.Effect.SharpeGain),
        .. report.Strategies.SelectMany(s => new AdvisorGauge[]
        {
            new("ratchet.advisor.weight", s.Name, s.Weight),
            new("ratchet.advisor.share", s.Name, s.Share),
            new("ratchet.advisor.status", s.Name, (int)s.Status),
            new("ratchet.advisor.expectancy", s.Name, s.Figures.Expectancy),
        }),
    ];
}
