using Ratchet.Market.Feeds;
using Ratchet.Market.Instruments;
using Ratchet.Market.Quality;
using Ratchet.Market.Time;

namespace Ratchet.Market.Tests.Quality.Plain;

/// <summary>The rules of the quality check written over whole arrays, one rule after the other, to hold the streaming check against.</summary>
internal static class PlainQualityChecker
{
    public static QualityReport Check(RawBars bars, TimeFrame frame, TradingCalendar calendar, QualityOptions options)
    {
        var defects = new List<RowDefect>();
        var isBad = new bool[bars.Count];
        PlainRows.Run(bars, frame, Add);
        var good = Enumerable.Range(0, bars.Count).Where(i => !isBad[i]).ToArray();
        var times = bars.OpenTime.Where(t => UtcTime.Align(t, frame) == t).Distinct().Order().ToArray();
        var gaps = new List<BarGap>();
        for (var i = 1; i < times.Length; i++)
        {
            var span = new TimeRange(times[i - 1] + frame.Milliseconds, times[i]);
            if (!span.IsEmpty && calendar.CountExpected(frame, span) is var missing and > 0)
            {
                gaps.Add(new(span, missing));
            }
        }

        long expected = 0;
        var outside = 0;
        if (times.Length > 0)
        {
            var within = new TimeRange(times[0], times[^1] + frame.Milliseconds);
            expected = calendar.CountExpected(frame, within);
            var sessions = calendar.Sessions(within).ToArray();
            foreach (var row in good)
            {
                if (!sessions.Any(s => s.From < bars.OpenTime[row] + frame.Milliseconds && s.To > bars.OpenTime[row]))
                {
                    outside++;
                    Add(DefectKind.OutsideSession, row);
                }
            }
        }

        PlainRows.Series(bars, good, options, Add);
        return new()
        {
            TimeFrame = frame,
            Calendar = calendar.Name,
            Rows = bars.Count,
            ExpectedBars = expected,
            GoodBars = good.Length - outside,
            Defects = [.. defects.OrderBy(d => d.Row).ThenBy(d => d.Kind)],
            Gaps = gaps,
            GoodRows = good,
        };

        void Add(DefectKind kind, int row)
        {
            var defect = new RowDefect(kind, row, bars.Line[row], bars.OpenTime[row]);
            isBad[row] |= defect.IsBad;
            defects.Add(defect);
        }
    }
}
