using Ratchet.Market.Instruments;
using Ratchet.Market.Quality;

namespace Ratchet.Cli.Rendering;

/// <summary>Why bars are refused, and what can be done about it, in one line.</summary>
internal static class RefusalText
{
    public static string Of(string name, QualityReport report, double least)
    {
        var quality = $"quality {PlainText.Percent(report.Quality)} is below {least * 100:0.0} %";
        var reasons = new List<string>();
        if (report.MissingBars > 0)
        {
            reasons.Add($"{report.MissingBars:N0} of {report.ExpectedBars:N0} expected bars are missing");
        }

        if (report.BadRows > 0)
        {
            reasons.Add($"{report.BadRows:N0} of {report.Rows:N0} rows are bad");
        }

        return $"{name}: refused: {quality}: {string.Join(", ", reasons)}. {string.Join(". ", Remedies(report))}.";
    }

    private static IEnumerable<string> Remedies(QualityReport report)
    {
        var repairs = new List<string>();
        if (report.Count(DefectKind.NonMonotone) > 0)
        {
            repairs.Add("--repair sort");
        }

        if (report.Count(DefectKind.Duplicate) + report.Count(DefectKind.ConflictingDuplicate) > 0)
        {
            repairs.Add("--repair dedupe-keep-last");
        }

        if (repairs.Count > 0)
        {
            yield return $"Repair it with {string.Join(" ", repairs)}";
        }

        if (report.Count(DefectKind.MissingValue) > 0)
        {
            yield return "Where only volumes are empty, give --repair missing-volume-zero";
        }

        if (report.Count(DefectKind.OffGrid) > 0)
        {
            yield return $"Where the bars are not of {report.TimeFrame}, give the time frame with -i";
        }

        if (report.MissingBars > 0 && report.Calendar == TradingCalendar.AroundTheClock.Name)
        {
            yield return "Where the market closes, choose its hours with --calendar cme or us-equity";
        }

        yield return report.GoodRows.Count == 0 ? "There is no good row to accept" : "To take the good rows as they are, import with --accept";
    }
}
