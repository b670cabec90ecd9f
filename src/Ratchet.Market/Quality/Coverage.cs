using Ratchet.Market.Feeds;
using Ratchet.Market.Instruments;
using Ratchet.Market.Time;

namespace Ratchet.Market.Quality;

/// <summary>How much of what the calendar expects is there.</summary>
/// <param name="Expected">Expected bars from the first time to the last.</param>
/// <param name="Good">Those with a good row.</param>
/// <param name="Gaps">Runs of those with no row.</param>
internal readonly record struct Coverage(long Expected, long Good, IReadOnlyList<BarGap> Gaps)
{
    public static Coverage Measure(
        RawBars bars, int[] good, long[] gridTimes, TimeFrame timeFrame, TradingCalendar calendar, List<RowDefect> defects)
    {
        if (gridTimes.Length == 0)
        {
            return new(0, 0, []);
        }

        var length = timeFrame.Milliseconds;
        var gaps = new List<BarGap>();
        for (var i = 1; i < gridTimes.Length; i++)
        {
            if (gridTimes[i] - gridTimes[i - 1] > length)
            {
                var span = new TimeRange(gridTimes[i - 1] + length, gridTimes[i]);
                var missing = calendar.CountExpected(timeFrame, span);
                if (missing > 0)
                {
                    gaps.Add(new(span, missing));
                }
            }
        }

        var within = new TimeRange(gridTimes[0], gridTimes[^1] + length);
        var outside = Outside(bars, good, within, length, calendar, defects);
        return new(calendar.CountExpected(timeFrame, within), good.Length - outside, gaps);
    }

    private static int Outside(RawBars bars, int[] good, TimeRange within, long length, TradingCalendar calendar, List<RowDefect> defects)
    {
        using var sessions = calendar.Sessions(within).GetEnumerator();
        var isOpen = sessions.MoveNext();
        var outside = 0;
        foreach (var row in good)
        {
            var time = bars.OpenTime[row];
            while (isOpen && sessions.Current.To <= time)
            {
                isOpen = sessions.MoveNext();
            }

            if (!isOpen || sessions.Current.From >= time + length)
            {
                outside++;
                defects.Add(new(DefectKind.OutsideSession, row, bars.Line[row], time));
            }
        }

        return outside;
    }
}
