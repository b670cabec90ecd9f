using System.Text;
using Ratchet.Hosting.Composition.Paper;

namespace Ratchet.Cli.Rendering;

/// <summary>Writes a session's report into its folder.</summary>
internal static class PaperReportFiles
{
    public static string Json(SessionReport report) => SessionReportJson.Render(report);

    public static void Write(SessionFolder folder, SessionSetup setup, SessionResult result)
    {
        var report = result.Report;
        folder.Write("report.json", Encoding.UTF8.GetBytes(Json(report)));
        folder.Write("report.txt", Encoding.UTF8.GetBytes(PaperText.Of(report)));
        folder.Write("report.html", Encoding.UTF8.GetBytes(PaperPage.Of(setup, result)));
    }
}
