using System.Globalization;
using System.Text.Json.Nodes;
using Ratchet.Features.Audit;
using Spectre.Console;

namespace Ratchet.Cli.Rendering;

/// <summary>What a look-ahead audit found.</summary>
internal static class AuditView
{
    private const int MostLines = 20;

    public static void Write(TextWriter writer, string series, AuditReport report)
    {
        var table = ConsoleTable.Make("feature", "warm-up", "values", "batch - stream", "cuts", "verdict");
        foreach (var feature in report.Features)
        {
            table.AddRow(
                Markup.Escape(feature.Feature),
                $"{feature.WarmUp:N0}",
                $"{feature.Values:N0}",
                feature.StreamDifference == 0 ? "0" : feature.StreamDifference.ToString("0.0e+00", CultureInfo.InvariantCulture),
                $"{report.Cuts.Count}",
                feature.IsClean ? "clean" : $"[red]{Markup.Escape(string.Join(", ", Checks(feature)))}[/]");
        }

        ConsoleTable.Write(writer, table);
        foreach (var finding in report.Findings.Take(MostLines))
        {
            writer.WriteLine(finding.ToString());
        }

        var offenders = report.Features.Count(f => !f.IsClean);
        writer.WriteLine(
            $"{report.Features.Count} features on {report.Bars:N0} bars of {series}, {report.Cuts.Count} cuts: "
            + (offenders == 0 ? "none looks ahead, batch and stream agree." : $"{offenders} {(offenders == 1 ? "does" : "do")} not pass."));
    }

    public static JsonObject Json(string series, AuditReport report) => new()
    {
        ["series"] = series,
        ["bars"] = report.Bars,
        ["cuts"] = new JsonArray([.. report.Cuts.Select(c => JsonValue.Create(c))]),
        ["clean"] = report.IsClean,
        ["features"] = new JsonArray([.. report.Features.Select(f => new JsonObject
        {
            ["name"] = f.Feature,
            ["warmUpBars"] = f.WarmUp,
            ["values"] = f.Values,
            ["streamDifference"] = double.IsFinite(f.StreamDifference) ? f.StreamDifference : null,
            ["clean"] = f.IsClean,
            ["findings"] = new JsonArray([.. f.Findings.Select(finding => new JsonObject
            {
                ["check"] = finding.Check.ToString(),
                ["bar"] = finding.Bar,
                ["cut"] = finding.Cut < 0 ? null : finding.Cut,
                ["text"] = finding.ToString(),
            })]),
        })]),
    };

    private static IEnumerable<string> Checks(FeatureAudit feature) => feature.Findings.Select(f => f.Check.ToString()).Distinct();
}
