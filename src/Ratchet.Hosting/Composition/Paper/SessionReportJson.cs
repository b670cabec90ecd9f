using System.Text.Json;

namespace Ratchet.Hosting.Composition.Paper;

/// <summary>A report as JSON.</summary>
public static class SessionReportJson
{
    /// <summary>The text, indented, with a line feed at its end.</summary>
    /// <param name="report">The report.</param>
    public static string Render(SessionReport report) => JsonSerializer.Serialize(report, SessionJson.Default.SessionReport) + "\n";
}
