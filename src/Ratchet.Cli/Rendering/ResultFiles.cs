using Ratchet.Hosting.Composition;
using Ratchet.Market.Time;
using Ratchet.Reporting.Html;
using Ratchet.Reporting.Results;
using Ratchet.Reporting.Studies;

namespace Ratchet.Cli.Rendering;

/// <summary>The files of a finished study.</summary>
/// <param name="StudyName">The study.</param>
/// <param name="TopConfigurationsPath">top_configs.json.</param>
/// <param name="TopConfigurationsText">Its text.</param>
/// <param name="ReportPath">report.html.</param>
/// <param name="Openings">Earlier openings of bars that this study holds out, in words.</param>
internal sealed record ResultFiles(string StudyName, string TopConfigurationsPath, string TopConfigurationsText, string ReportPath, IReadOnlyList<string> Openings)
{
    public static ResultFiles Write(StudyFolder folder, OptimizeResult result, HoldOutLedger ledger, int jobs, string name, TimeProvider clock)
    {
        var text = TopConfigurations.Render(result.Outcome, result.Identity);
        var top = folder.Write("top_configs.json", text);
        var openings = ledger.Overlapping(result.Input.Bars, result.Split.Sealed);
        var page = Page(result, name, jobs, null);
        var warnings = openings.Count == 0 ? page.Warnings : [.. page.Warnings, $"The held-out bars had been opened before: {string.Join("; ", openings)}."];
        var report = folder.Write("report.html", StudyReportPage.Render(page with { Warnings = warnings }));
        folder.Write("optimization_history.csv", OptimizationHistory.Render(result.Outcome));
        folder.Write(
            $"hyperband_results_{clock.GetUtcNow():yyyyMMdd_HHmmss}.json",
            SearchRecord.Render(result.Outcome, result.Identity, result.Seconds, Use(jobs) with { Columns = result.Dataset.Features.Reuse }));
        return new(name, top, text, report, openings);
    }

    private static ResourceUse Use(int jobs)
    {
        using var process = System.Diagnostics.Process.GetCurrentProcess();
        var cores = Environment.ProcessorCount;
        return new(jobs, Math.Clamp(jobs, 1, cores), cores, process.PeakWorkingSet64, process.TotalProcessorTime.TotalSeconds);
    }

    /// <summary>The model of the page, with the sealed part where it has been opened.</summary>
    public static StudyReport Page(OptimizeResult result, string name, int jobs, OpenedHoldOut? holdOut)
    {
        var input = result.Input;
        var facts = new List<ReportParameter>
        {
            new("Evaluations at once", $"{jobs}"),
            new("Seconds by stage", string.Join(", ", result.Seconds.Select(s => $"{s.Key} {s.Value:0.0}"))),
            new("Sealed bars", $"{result.Split.Sealed.Length:N0}, from {UtcTime.Format(result.Input.Bars.OpenTime[result.Split.Sealed.Start])}"),
            new("Quality of the data", $"{input.Quality:P2}"),
        };
        return StudyPages.Compose(
            name,
            result.Outcome,
            result.Dataset.Bars,
            result.Identity,
            input.Source,
            facts,
            $"ratchet optimize -c configuration.json --study-name {name}-again   (configuration.json lies beside this page)",
            holdOut);
    }
}
