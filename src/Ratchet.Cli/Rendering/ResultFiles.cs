using Ratchet.Hosting.Composition;
using Ratchet.Reporting.Results;

namespace Ratchet.Cli.Rendering;

/// <summary>The files of a finished study.</summary>
/// <param name="StudyName">The study.</param>
/// <param name="TopConfigurationsPath">top_configs.json.</param>
/// <param name="TopConfigurationsText">Its text.</param>
/// <param name="ReportPath">report.html.</param>
internal sealed record ResultFiles(string StudyName, string TopConfigurationsPath, string TopConfigurationsText, string ReportPath)
{
    public static ResultFiles Write(StudyFolder folder, OptimizeResult result, int jobs, string name, TimeProvider clock)
    {
        var text = TopConfigurations.Render(result.Outcome, result.Identity);
        var top = folder.Write("top_configs.json", text);
        folder.Write("optimization_history.csv", OptimizationHistory.Render(result.Outcome));
        folder.Write(
            $"hyperband_results_{clock.GetUtcNow():yyyyMMdd_HHmmss}.json",
            SearchRecord.Render(result.Outcome, result.Identity, result.Seconds, jobs));
        return new(name, top, text, string.Empty);
    }
}
