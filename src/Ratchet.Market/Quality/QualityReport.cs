using System.Globalization;
using System.Text;
using Ratchet.Market.Time;

namespace Ratchet.Market.Quality;

/// <summary>What a check of raw rows found.</summary>
public sealed record QualityReport
{
    /// <summary>The time frame that the rows were checked against.</summary>
    public required TimeFrame TimeFrame { get; init; }

    /// <summary>The calendar's name.</summary>
    public required string Calendar { get; init; }

    /// <summary>How many rows were checked.</summary>
    public required int Rows { get; init; }

    /// <summary>Bars that the calendar expects from the first row to the last.</summary>
    public required long ExpectedBars { get; init; }

    /// <summary>Expected bars for which there is a good row.</summary>
    public required long GoodBars { get; init; }

    /// <summary>Every defect, in the order of the rows.</summary>
    public required IReadOnlyList<RowDefect> Defects { get; init; }

    /// <summary>Every gap, oldest first.</summary>
    public required IReadOnlyList<BarGap> Gaps { get; init; }

    /// <summary>Every gap by the clock, as if the market never closed; oldest first.</summary>
    public IReadOnlyList<BarGap> ClockGaps { get; init; } = [];

    /// <summary>From the first opening time on the grid to the end of the last bar.</summary>
    public TimeRange Span { get; init; }

    /// <summary>Indices of the good rows, opening times strictly rising.</summary>
    public required IReadOnlyList<int> GoodRows { get; init; }

    /// <summary>Good bars over expected bars; 0 where none is expected.</summary>
    public double Quality => ExpectedBars == 0 ? 0 : (double)GoodBars / ExpectedBars;

    /// <summary>Expected bars for which there is no row.</summary>
    public long MissingBars => Gaps.Sum(g => g.MissingBars);

    /// <summary>The longest gap in bars.</summary>
    public long LongestGap => Gaps.Count == 0 ? 0 : Gaps.Max(g => g.MissingBars);

    /// <summary>Missing bars over expected bars.</summary>
    public double MissingShare => ExpectedBars == 0 ? 0 : (double)MissingBars / ExpectedBars;

    /// <summary>How many rows are bad.</summary>
    public int BadRows => Rows - GoodRows.Count;

    /// <summary>How many rows have a defect.</summary>
    /// <param name="kind">The defect.</param>
    public int Count(DefectKind kind) => Defects.Count(d => d.Kind == kind);

    /// <summary>The rows that have a defect, in their order.</summary>
    /// <param name="kind">The defect.</param>
    public IEnumerable<RowDefect> Of(DefectKind kind) => Defects.Where(d => d.Kind == kind);

    /// <summary>A text of some lines: the totals, then each kind of defect with its first rows, then the longest gaps.</summary>
    /// <param name="rowsPerDefect">How many rows and gaps are listed of each kind.</param>
    public string Describe(int rowsPerDefect = 5)
    {
        var text = new StringBuilder();
        text.Append(
            CultureInfo.InvariantCulture,
            $"{TimeFrame} bars, calendar {Calendar}: {GoodBars} good of {ExpectedBars} expected, quality {Quality:P3}; {Rows} rows, {BadRows} bad.\n");
        foreach (var kind in Enum.GetValues<DefectKind>())
        {
            var rows = Of(kind).ToArray();
            if (rows.Length > 0)
            {
                var first = string.Join(", ", rows.Take(rowsPerDefect).Select(d => $"line {d.Line} ({UtcTime.Format(d.OpenTime)})"));
                text.Append(CultureInfo.InvariantCulture, $"{(rows[0].IsBad ? "bad" : "warning")}: {kind} in {rows.Length} rows: {first}{(rows.Length > rowsPerDefect ? ", ..." : "")}\n");
            }
        }

        if (Gaps.Count > 0)
        {
            text.Append(CultureInfo.InvariantCulture, $"missing: {MissingBars} bars in {Gaps.Count} gaps ({MissingShare:P3} of the expected), the longest {LongestGap}\n");
            foreach (var gap in Gaps.OrderByDescending(g => g.MissingBars).ThenBy(g => g.Span.From).Take(rowsPerDefect))
            {
                text.Append(CultureInfo.InvariantCulture, $"  {gap.MissingBars} from {UtcTime.Format(gap.Span.From)} until {UtcTime.Format(gap.Span.To)}\n");
            }
        }

        return text.ToString();
    }
}
