using System.Text;
using Ratchet.Benchmarks.Measurement;

namespace Ratchet.Benchmarks.Reports;

/// <summary>Results as a page: the machine, then a table of ratios.</summary>
internal static class MarkdownReport
{
    public static string Of(MachineFacts machine, IReadOnlyList<CaseOutcome> outcomes)
    {
        var page = new StringBuilder($"# Measured on {machine.Date}\n\n");
        page.Append($"{machine.Processor}, {machine.Cores} cores, {machine.MemoryGiB:0.#} GiB; {machine.System}; .NET {machine.Runtime}; commit {machine.Commit}; ");
        page.Append($"{machine.Threads} threads; load average {machine.LoadBefore:0.00} before and {machine.LoadAfter:0.00} after.\n\n");
        page.Append("| id | work | unit | ours: median (least - most) | peer | figure | ratio | target | met | peak MB | peer's | quality |\n|---|---|---|---|---|---|---|---|---|---|---|---|\n");
        foreach (var outcome in outcomes)
        {
            page.Append(Row(outcome)).Append('\n');
        }

        return page.ToString();
    }

    private static string Row(CaseOutcome outcome)
    {
        var ours = outcome.Result.Ours;
        var peer = outcome.PeerName is null ? "-" : $"{outcome.PeerName}{(outcome.PeerMeasuredNow ? "" : " (recorded elsewhere)")}";
        var figure = outcome.PeerFigure is { } value ? NumberText.Short(value) : "-";
        var ratio = outcome.Ratio is { } times ? $"{NumberText.Short(times)}x" : "-";
        var target = $"{(outcome.Case.HigherIsBetter ? ">=" : "<=")} {NumberText.Short(outcome.Case.Target)}";
        return $"| {outcome.Case.Id} | {outcome.Case.Work} | {outcome.Case.Unit} | {NumberText.Short(ours.Median)} ({NumberText.Short(ours.Least)} - {NumberText.Short(ours.Most)}) "
            + $"| {peer} | {figure} | {ratio} | {target} | {(outcome.Met ? "yes" : "no")} | {NumberText.Megabytes(outcome.PeakMegabytes)} "
            + $"| {NumberText.Megabytes(outcome.PeerPeakMegabytes)} | {QualityText.Of(outcome)} |";
    }
}
