using Ratchet.Benchmarks.Measurement;

namespace Ratchet.Benchmarks.Reports;

/// <summary>The table for people, printed a row at a time while cases run.</summary>
internal static class PeopleTable
{
    public static string Header() =>
        $"{"id",-5} {"ours",10} {"least - most",19} {"peer",10} {"ratio",8} {"target",10} {"met",4} {"peak MB",9} {"peer's",9}  what";

    public static string Row(CaseOutcome outcome)
    {
        var ours = outcome.Result.Ours;
        var peer = outcome.PeerFigure is { } figure ? NumberText.Short(figure) : "-";
        var ratio = outcome.Ratio is { } times ? NumberText.Short(times) + "x" : "-";
        var range = $"{NumberText.Short(ours.Least)} - {NumberText.Short(ours.Most)}";
        return $"{outcome.Case.Id,-5} {NumberText.Short(ours.Median),10} {range,19} {peer,10} {ratio,8} {NumberText.Short(outcome.Case.Target),10} {(outcome.Met ? "yes" : "no"),4} "
            + $"{NumberText.Megabytes(outcome.PeakMegabytes),9} {NumberText.Megabytes(outcome.PeerPeakMegabytes),9}  "
            + $"{outcome.Case.Unit}: {outcome.Case.Work}{Source(outcome)}; {QualityText.Of(outcome)}{ByProcessor(ours)}";
    }

    private static string Source(CaseOutcome outcome) =>
        outcome.PeerName is null ? "" : $" [{outcome.PeerName}, {(outcome.PeerMeasuredNow ? "measured now" : "recorded elsewhere")}]";

    private static string ByProcessor(Spread ours) => double.IsNaN(ours.Cpu) ? "" : $", by processor time {NumberText.Short(ours.Cpu)}";
}
