using Ratchet.Lifecycle.Backtests;
using Ratchet.Reporting.Html;

namespace Ratchet.Reporting.Results;

/// <summary>The return of each month of a run, by the closes of its bars in UTC; a bar that closes at midnight belongs to the month before.</summary>
internal static class RunMonths
{
    public static IReadOnlyList<ReportMonth> Of(TradedRun run)
    {
        var months = new List<ReportMonth>();
        var (equity, times) = (run.Result.Curve.Equity.ToArray(), run.Result.Times.ToArray());
        var before = run.Result.Curve.InitialEquity;
        for (var i = 0; i < equity.Length; i++)
        {
            if (i + 1 < equity.Length && MonthOf(times[i]) == MonthOf(times[i + 1]))
            {
                continue;
            }

            var (year, month) = MonthOf(times[i]);
            months.Add(new(year, month, before > 0 ? (equity[i] / before) - 1 : double.NaN));
            before = equity[i];
        }

        return months;
    }

    private static (int Year, int Month) MonthOf(long close)
    {
        var time = DateTimeOffset.FromUnixTimeMilliseconds(close - 1);
        return (time.Year, time.Month);
    }
}
