using Ratchet.Market.Feeds;
using Ratchet.Market.Time;

namespace Ratchet.Market.Quality;

/// <summary>The checks that make a row bad.</summary>
internal static class RowChecks
{
    public static void Run(RawBars bars, TimeFrame timeFrame, List<RowDefect> defects, bool[] isBad)
    {
        var latest = long.MinValue;
        var latestRow = -1;
        var isConflict = false;
        for (var i = 0; i < bars.Count; i++)
        {
            Values(bars, i, defects, isBad);
            var time = bars.OpenTime[i];
            if (UtcTime.Align(time, timeFrame) != time)
            {
                Add(DefectKind.OffGrid, i);
            }

            if (time < latest)
            {
                Add(DefectKind.NonMonotone, i);
            }
            else if (time > latest)
            {
                (latest, latestRow, isConflict) = (time, i, false);
            }
            else if (AreSame(bars, i, latestRow) && !isConflict)
            {
                Add(DefectKind.Duplicate, i);
            }
            else
            {
                if (!isConflict)
                {
                    Add(DefectKind.ConflictingDuplicate, latestRow);
                }

                isConflict = true;
                Add(DefectKind.ConflictingDuplicate, i);
            }
        }

        void Add(DefectKind kind, int row) => Record(bars, kind, row, defects, isBad);
    }

    private static void Values(RawBars bars, int i, List<RowDefect> defects, bool[] isBad)
    {
        var open = bars.Open[i];
        var high = bars.High[i];
        var low = bars.Low[i];
        var close = bars.Close[i];
        var volume = bars.Volume[i];
        if (!double.IsFinite(open) || !double.IsFinite(high) || !double.IsFinite(low) || !double.IsFinite(close) || !double.IsFinite(volume))
        {
            Record(bars, DefectKind.MissingValue, i, defects, isBad);
        }

        if (open <= 0 || high <= 0 || low <= 0 || close <= 0)
        {
            Record(bars, DefectKind.NonPositivePrice, i, defects, isBad);
        }

        if (volume < 0)
        {
            Record(bars, DefectKind.NegativeVolume, i, defects, isBad);
        }

        if (low > open || low > close || low > high || high < open || high < close)
        {
            Record(bars, DefectKind.OhlcViolation, i, defects, isBad);
        }
    }

    private static bool AreSame(RawBars bars, int i, int j) =>
        bars.Open[i].Equals(bars.Open[j]) && bars.High[i].Equals(bars.High[j]) && bars.Low[i].Equals(bars.Low[j])
        && bars.Close[i].Equals(bars.Close[j]) && bars.Volume[i].Equals(bars.Volume[j]);

    private static void Record(RawBars bars, DefectKind kind, int row, List<RowDefect> defects, bool[] isBad)
    {
        isBad[row] = true;
        defects.Add(new(kind, row, bars.Line[row], bars.OpenTime[row]));
    }
}
