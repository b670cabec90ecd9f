using Ratchet.Market.Quality;
using Spectre.Console;

namespace Ratchet.Cli.Rendering;

/// <summary>A quality report for people: the totals, then a line for each kind of defect, then the longest gaps.</summary>
internal static class QualityText
{
    private const int Shown = 5;

    public static void Write(TextWriter writer, string name, QualityReport report, IReadOnlyList<string> facts)
    {
        writer.WriteLine(name);
        writer.WriteLine(
            $"  quality   {PlainText.Percent(report.Quality)}: {report.GoodBars:N0} good of {report.ExpectedBars:N0} expected {report.TimeFrame} bars, calendar {report.Calendar}");
        writer.WriteLine($"  rows      {report.Rows:N0}, of them bad {report.BadRows:N0}");
        writer.WriteLine(report.Gaps.Count == 0
            ? "  missing   none"
            : $"  missing   {PlainText.Count(report.MissingBars, "bar")} ({PlainText.Percent(report.MissingShare)}) in " +
                $"{PlainText.Count(report.Gaps.Count, "gap")}, the longest {report.LongestGap:N0}");
        if (facts.Count > 0)
        {
            writer.WriteLine($"  read      {string.Join("; ", facts)}");
        }

        WriteDefects(writer, report);
        WriteGaps(writer, report);
    }

    private static void WriteDefects(TextWriter writer, QualityReport report)
    {
        var table = ConsoleTable.Make("defect", "weight", "rows", "first lines");
        table.Columns[1].LeftAligned();
        table.Columns[3].LeftAligned();
        foreach (var kind in Enum.GetValues<DefectKind>())
        {
            var rows = report.Of(kind).ToArray();
            if (rows.Length > 0)
            {
                var lines = string.Join(", ", rows.Take(Shown).Select(r => r.Line)) + (rows.Length > Shown ? ", ..." : string.Empty);
                table.AddRow(Words(kind), rows[0].IsBad ? "bad" : "warning", $"{rows.Length:N0}", lines);
            }
        }

        if (table.Rows.Count > 0)
        {
            ConsoleTable.Write(writer, table);
        }
    }

    private static void WriteGaps(TextWriter writer, QualityReport report)
    {
        if (report.Gaps.Count == 0)
        {
            return;
        }

        var table = ConsoleTable.Make(report.Gaps.Count > Shown ? $"longest gaps (of {report.Gaps.Count:N0})" : "gaps", "until", "bars");
        foreach (var gap in report.Gaps.OrderByDescending(g => g.MissingBars).ThenBy(g => g.Span.From).Take(Shown))
        {
            table.AddRow(PlainText.Time(gap.Span.From), PlainText.Time(gap.Span.To), $"{gap.MissingBars:N0}");
        }

        ConsoleTable.Write(writer, table);
    }

    private static string Words(DefectKind kind) => kind switch
    {
        DefectKind.MissingValue => "missing value",
        DefectKind.NonPositivePrice => "price not above 0",
        DefectKind.NegativeVolume => "negative volume",
        DefectKind.OhlcViolation => "low or high contradicts",
        DefectKind.OffGrid => "off the grid",
        DefectKind.NonMonotone => "time runs backwards",
        DefectKind.Duplicate => "duplicate",
        DefectKind.ConflictingDuplicate => "same time, other values",
        DefectKind.StaleRun => "unchanged for long",
        DefectKind.Outlier => "outlying return",
        DefectKind.OutsideSession => "outside the session",
        _ => kind.ToString(),
    };
}
