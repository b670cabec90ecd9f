using System.Globalization;
using System.Text.Json.Nodes;
using Ratchet.Market.Quality;
using Ratchet.Market.Time;

namespace Ratchet.Cli.Rendering;

/// <summary>What was found in several files, a row for each part.</summary>
internal static class QualityTable
{
    private static readonly string[] Headings =
    [
        "file", "holds", "rows", "first", "last", "days", "bars of", "calendar", "quality", "gaps by clock (missing, longest)", "gaps by calendar (missing)",
        "duplicates", "low/high", "price <= 0", "no value", "other bad", "stale", "outliers", "last bar's volume", "notes",
    ];

    public static void Write(TextWriter writer, IReadOnlyList<SourceFinding> findings, bool markdown)
    {
        string[][] rows = [.. findings.Select(Row)];
        if (markdown)
        {
            writer.WriteLine($"| {string.Join(" | ", Headings)} |");
            writer.WriteLine($"|{string.Concat(Headings.Select((_, i) => i is >= 2 and < 19 ? "---:|" : "---|"))}");
            foreach (var row in rows)
            {
                writer.WriteLine($"| {string.Join(" | ", row.Select(c => c.Replace("|", "\\|", StringComparison.Ordinal)))} |");
            }

            return;
        }

        string[][] all = [Headings, .. rows];
        var widths = Enumerable.Range(0, Headings.Length - 1).Select(i => all.Max(r => r[i].Length)).ToArray();
        foreach (var row in all)
        {
            // The notes come last and are never cut, so that the line can be as long as it is.
            writer.WriteLine($"{string.Join("  ", widths.Select((w, i) => i < 2 ? row[i].PadRight(w) : row[i].PadLeft(w)))}  {row[^1]}");
        }
    }

    public static JsonArray Json(IReadOnlyList<SourceFinding> findings) => new([.. findings.Select(Json)]);

    private static JsonObject Json(SourceFinding finding)
    {
        var result = new JsonObject
        {
            ["source"] = finding.Path,
            ["part"] = finding.Part,
            ["format"] = finding.Format?.Name,
            ["holds"] = finding.Kind,
            ["rows"] = finding.Rows,
            ["first"] = finding.Rows == 0 ? null : UtcTime.Format(finding.Span.From),
            ["last"] = finding.Rows == 0 ? null : UtcTime.Format(finding.Span.To),
            ["error"] = finding.Error,
            ["notes"] = JsonText.Texts(finding.Notes),
        };
        if (finding.Report is { } report)
        {
            result["refused"] = finding.IsRefused;
            result["days"] = finding.Days;
            result["timeframe"] = report.TimeFrame.ToString();
            result["calendar"] = report.Calendar;
            result["quality"] = report.Quality;
            result["badRows"] = report.BadRows;
            result["clockGaps"] = report.ClockGaps.Count;
            result["clockMissingBars"] = report.ClockGaps.Sum(g => g.MissingBars);
            result["gaps"] = report.Gaps.Count;
            result["missingBars"] = report.MissingBars;
            result["lastBarVolume"] = JsonText.Number(finding.LastVolume);
            var defects = new JsonObject();
            foreach (var kind in Enum.GetValues<DefectKind>())
            {
                defects[kind.ToString()] = report.Count(kind);
            }

            result["defects"] = defects;
        }

        return result;
    }

    private static string[] Row(SourceFinding finding)
    {
        var name = finding.Part is null ? finding.Path : $"{finding.Path} [{finding.Part}]";
        var holds = finding.Format is null ? "-" : finding.Kind is null ? finding.Format.Name : $"{finding.Kind} ({finding.Format.Name})";
        string[] head =
        [
            name, holds, Number(finding.Rows), finding.Rows == 0 ? "-" : PlainText.Time(finding.Span.From), finding.Rows == 0 ? "-" : PlainText.Time(finding.Span.To),
            finding.Days == 0 ? "-" : Number(finding.Days),
        ];
        var notes = string.Join("; ", finding.Notes.Concat(finding.Error is { } error ? [$"refused: {error.ReplaceLineEndings(" ")}"] : []));
        if (finding.Report is not { } report)
        {
            return [.. head, .. Enumerable.Repeat("-", Headings.Length - head.Length - 1), notes];
        }

        var verdict = finding.IsRefused ? "; an import refuses it without --accept" : string.Empty;
        return
        [
            .. head,
            report.TimeFrame.ToString(),
            report.Calendar,
            PlainText.Percent(report.Quality),
            Gaps(report.ClockGaps, report.TimeFrame),
            report.Calendar == "24/7" ? "same" : report.Gaps.Count == 0 ? "0" : $"{Number(report.Gaps.Count)} ({Number(report.MissingBars)})",
            Number(report.Count(DefectKind.Duplicate) + report.Count(DefectKind.ConflictingDuplicate)),
            Number(report.Count(DefectKind.OhlcViolation)),
            Number(report.Count(DefectKind.NonPositivePrice)),
            Number(report.Count(DefectKind.MissingValue)),
            Number(report.Count(DefectKind.OffGrid) + report.Count(DefectKind.NonMonotone) + report.Count(DefectKind.NegativeVolume)),
            Number(report.Count(DefectKind.StaleRun)),
            Number(report.Count(DefectKind.Outlier)),
            double.IsNaN(finding.LastVolume) ? "-" : string.Create(CultureInfo.InvariantCulture, $"{100 * finding.LastVolume:0} %"),
            (notes.Length == 0 ? "none" : notes) + verdict,
        ];
    }

    private static string Gaps(IReadOnlyList<BarGap> gaps, TimeFrame frame)
    {
        if (gaps.Count == 0)
        {
            return "0";
        }

        var longest = gaps.MaxBy(g => g.MissingBars);
        return $"{Number(gaps.Count)} ({Number(gaps.Sum(g => g.MissingBars))}; {Number(longest.MissingBars)} after {PlainText.Time(longest.Span.From - frame.Milliseconds)})";
    }

    private static string Number(long number) => number.ToString("#,0", CultureInfo.InvariantCulture);
}
