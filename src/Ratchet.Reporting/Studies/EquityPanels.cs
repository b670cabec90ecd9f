using Ratchet.Lifecycle.Experiments;
using Ratchet.Lifecycle.Training;
using Ratchet.Market.Bars;
using Ratchet.Reporting.Html;

namespace Ratchet.Reporting.Studies;

/// <summary>The equity curves of a study, stage by stage.</summary>
internal static class EquityPanels
{
    public static ReportEquity OutOfSample(StudyOutcome outcome, BarSeries bars) => new(
        ReportStage.OutOfSample,
        [
            Curve("Chosen configuration", 0, outcome.WalkForward.Whole, bars),
            Curve("Fixed defaults", 1, outcome.DefaultsWalkForward.Whole, bars),
            Curve("Buy and hold", 2, outcome.BuyAndHold, bars),
        ]);

    public static ReportEquity InSample(StudyOutcome outcome, BarSeries bars) => new(
        ReportStage.InSample,
        [
            Curve("Chosen configuration", 0, outcome.Chosen.Second.Whole, bars),
            Curve("Fixed defaults", 1, outcome.Defaults.Second.Whole, bars),
        ]);

    public static ReportEquity HoldOut(OpenedHoldOut opened) => new(
        ReportStage.HoldOut,
        [
            Curve("Chosen configuration", 0, opened.Comparison.Chosen.Run, opened.Bars),
            Curve("Fixed defaults", 1, opened.Comparison.Defaults.Run, opened.Bars),
            Curve("Buy and hold", 2, opened.Comparison.BuyAndHold, opened.Bars),
        ]);

    private static ReportCurve Curve(string name, int colour, ScoredRun run, BarSeries bars) =>
        new(name, colour, bars.OpenTime[run.Range.Start..run.Range.End].ToArray(), run.Equity!);
}
