using Ratchet.Market.Bars;
using Ratchet.Market.Instruments;
using Ratchet.Market.Quality;
using Ratchet.Market.Time;
using Ratchet.Numerics.Windows;

namespace Ratchet.Storage.Columns;

/// <summary>
/// The figures of quality of an imported series, from what is stored and not from what each import saw: overlapping files give those of one file.
/// <para>Bad rows are counted by time and defect in the quarantine files (<see cref="QuarantinedRows"/>). <c>StaleRun</c> and <c>Outlier</c> are warnings of
/// the stored bars, those filled in included; <c>OutsideSession</c> counts stored bars that the calendar does not expect. <c>MissingBars</c> are expected times
/// from the first row to the last, good or bad, for which there was no row.</para>
/// <para>Cost: an import at the end looks at the warnings of the bars around the seam only; one that rewrites the series looks at all.</para>
/// </summary>
internal static class SeriesSummary
{
    private const int Chunk = 8192;

    /// <summary>The figures of a series that was written anew.</summary>
    public static IReadOnlyDictionary<string, long> OfWhole(SeriesFolder folder, BarManifest draft, BarSeries bars, SeriesChange change)
    {
        var isAsChecked = draft.FilledBars == 0 && change.Report!.GoodRows.Count == bars.Count;
        var (stale, outliers) = isAsChecked
            ? (change.Report!.Count(DefectKind.StaleRun), change.Report.Count(DefectKind.Outlier))
            : Warnings(bars, change.Check!);
        return Sum(folder, draft, bars, stale, outliers);
    }

    /// <summary>The figures of a series to which bars were added at the end.</summary>
    public static IReadOnlyDictionary<string, long> OfExtended(SeriesFolder folder, BarManifest draft, int rowsBefore, QualityOptions options)
    {
        using var stored = folder.Open(draft);
        var bars = stored.Series;

        // Both counts begin at the same bar, far enough back that the windows of the new bars are whole, and at the first bar of a run of equal prices: what
        // they see differently from a count over all bars, they see differently alike.
        var from = Math.Max(0, rowsBefore - options.OutlierWindow - 2);
        while (from > 0 && IsSame(bars, from, from - 1))
        {
            from--;
        }

        var (staleBefore, outliersBefore) = Warnings(bars.Slice(new IndexRange(from, rowsBefore)), options);
        var (stale, outliers) = Warnings(bars.Slice(new IndexRange(from, bars.Count)), options);
        return Sum(folder, draft, bars, Before(draft, DefectKind.StaleRun) + stale - staleBefore, Before(draft, DefectKind.Outlier) + outliers - outliersBefore);
    }

    /// <summary>The figures of a series that is as it was but for its quarantine.</summary>
    public static IReadOnlyDictionary<string, long> OfQuarantined(SeriesFolder folder, BarManifest draft)
    {
        using var stored = folder.Open(draft);
        return Sum(folder, draft, stored.Series, Before(draft, DefectKind.StaleRun), Before(draft, DefectKind.Outlier));
    }

    private static long Before(BarManifest draft, DefectKind kind) => draft.QualitySummary.GetValueOrDefault(kind.ToString());

    private static SortedDictionary<string, long> Sum(SeriesFolder folder, BarManifest draft, BarSeries bars, long stale, long outliers)
    {
        var bad = QuarantinedRows.Of(folder, draft);
        var summary = new SortedDictionary<string, long>(StringComparer.Ordinal);
        foreach (var (defect, rows) in bad.Counts)
        {
            summary[defect] = rows;
        }

        Set(DefectKind.StaleRun.ToString(), stale);
        Set(DefectKind.Outlier.ToString(), outliers);
        Set(DefectKind.OutsideSession.ToString(), draft.Rows - draft.ExpectedRows);
        Set("MissingBars", Missing(draft, bars, bad));
        return summary;

        void Set(string name, long count)
        {
            if (count != 0)
            {
                summary[name] = count;
            }
        }
    }

    private static long Missing(BarManifest draft, BarSeries bars, QuarantinedRows bad)
    {
        var grid = draft.Grid;
        var (first, last) = (draft.FirstOpenTime, draft.LastOpenTime);
        long onlyBad = 0;
        foreach (var time in bad.Times.Order())
        {
            if (!grid.Holds(time))
            {
                continue;
            }

            (first, last) = (Math.Min(first, time), Math.Max(last, time));
            var at = bars.OpenTime.BinarySearch(time);
            onlyBad += (at < 0 || (draft.FilledBars > 0 && IsFill(bars, at))) && grid.CountExpected(new TimeRange(time, time + 1)) > 0 ? 1 : 0;
        }

        return grid.CountExpected(new TimeRange(first, last + draft.TimeFrame.Milliseconds)) - (draft.ExpectedRows - draft.FilledBars) - onlyBad;
    }

    /// <summary>Whether a bar is as the repair makes it.</summary>
    private static bool IsFill(BarSeries bars, int at) =>
        at > 0 && bars.Volume[at] == 0 && bars.Open[at] == bars.Close[at - 1] && bars.High[at] == bars.Open[at] && bars.Low[at] == bars.Open[at] && bars.Close[at] == bars.Open[at];

    private static bool IsSame(BarSeries bars, int a, int b) =>
        bars.Close[a] == bars.Close[b] && bars.Open[a] == bars.Open[b] && bars.High[a] == bars.High[b] && bars.Low[a] == bars.Low[b];

    private static (long Stale, long Outliers) Warnings(BarSeries bars, QualityOptions options)
    {
        using var stream = new QualityStream(bars.TimeFrame, TradingCalendar.AroundTheClock, options);
        var lines = new int[Chunk];
        for (var from = 0; from < bars.Count; from += Chunk)
        {
            var count = Math.Min(Chunk, bars.Count - from);
            stream.Add(new BarRows
            {
                OpenTime = bars.OpenTime.Slice(from, count),
                Open = bars.Open.Slice(from, count),
                High = bars.High.Slice(from, count),
                Low = bars.Low.Slice(from, count),
                Close = bars.Close.Slice(from, count),
                Volume = bars.Volume.Slice(from, count),
                Line = lines.AsSpan(0, count),
            });
        }

        var report = stream.Finish();
        return (report.Count(DefectKind.StaleRun), report.Count(DefectKind.Outlier));
    }
}
