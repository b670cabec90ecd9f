using System.Text.Json.Nodes;
using Ratchet.Market.Quality;
using Ratchet.Market.Time;
using Ratchet.Storage.Columns;

namespace Ratchet.Cli.Rendering;

/// <summary>A quality report as JSON: every bad row and every gap.</summary>
internal static class QualityJson
{
    public static JsonObject Of(string file, ImportOutcome outcome)
    {
        var result = Of(file, outcome.QualityReport, outcome.Accepted ? outcome.Facts : [.. outcome.Facts.SkipLast(1)]);
        result.Insert(1, "status", outcome.Accepted ? "stored" : "refused");
        result["stored"] = outcome.Manifest is { } manifest ? CatalogueView.Json(manifest) : null;
        result["quarantine"] = outcome.QuarantinePath;
        return result;
    }

    public static JsonObject Of(string name, QualityReport report, IReadOnlyList<string> facts) => new()
    {
        ["source"] = name,
        ["timeframe"] = report.TimeFrame.ToString(),
        ["calendar"] = report.Calendar,
        ["quality"] = report.Quality,
        ["rows"] = report.Rows,
        ["badRows"] = report.BadRows,
        ["goodBars"] = report.GoodBars,
        ["expectedBars"] = report.ExpectedBars,
        ["missingBars"] = report.MissingBars,
        ["longestGap"] = report.LongestGap,
        ["facts"] = JsonText.Texts(facts),
        ["defects"] = new JsonArray([.. report.Defects.Select(Defect)]),
        ["gaps"] = new JsonArray([.. report.Gaps.Select(Gap)]),
    };

    private static JsonObject Defect(RowDefect defect) => new()
    {
        ["kind"] = defect.Kind.ToString(),
        ["bad"] = defect.IsBad,
        ["line"] = defect.Line,
        ["openTime"] = UtcTime.Format(defect.OpenTime),
    };

    private static JsonObject Gap(BarGap gap) => new()
    {
        ["from"] = UtcTime.Format(gap.Span.From),
        ["to"] = UtcTime.Format(gap.Span.To),
        ["bars"] = gap.MissingBars,
    };
}
