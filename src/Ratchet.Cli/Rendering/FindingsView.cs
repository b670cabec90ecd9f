using System.Text.Json.Nodes;
using Ratchet.Cli.Commands;

namespace Ratchet.Cli.Rendering;

/// <summary>The doctor's findings, one a line; what is wrong has its remedy below.</summary>
internal static class FindingsView
{
    public static void Write(TextWriter writer, IReadOnlyList<DoctorFinding> findings)
    {
        var width = findings.Max(f => f.Subject.Length);
        foreach (var finding in findings)
        {
            writer.WriteLine($"{Word(finding.Level),-4}  {finding.Subject.PadRight(width)}  {finding.Found}");
            if (finding.Level != FindingLevel.Ok)
            {
                writer.WriteLine($"{new string(' ', width + 6)}  -> {finding.Remedy}");
            }
        }
    }

    public static JsonArray Json(IReadOnlyList<DoctorFinding> findings) => new([.. findings.Select(f => new JsonObject
    {
        ["level"] = Word(f.Level),
        ["subject"] = f.Subject,
        ["found"] = f.Found,
        ["remedy"] = f.Level == FindingLevel.Ok ? null : f.Remedy,
    })]);

    private static string Word(FindingLevel level) => level switch
    {
        FindingLevel.Ok => "ok",
        FindingLevel.Warn => "warn",
        _ => "fail",
    };
}
