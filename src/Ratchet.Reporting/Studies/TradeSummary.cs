using Ratchet.Lifecycle.Training;
using Ratchet.Market.Bars;
using Ratchet.Market.Time;
using Ratchet.Reporting.Html;
using Ratchet.Validation.Metrics;

namespace Ratchet.Reporting.Studies;

/// <summary>The trades of a run in figures.</summary>
internal static class TradeSummary
{
    public static ReportTrades Of(ReportStage stage, ScoredRun run, BarSeries bars)
    {
        var trades = run.Trades!;
        if (trades.Count == 0)
        {
            return new(stage, 0) { Months = Months(run, bars) };
        }

        return new(stage, trades.Count)
        {
            Sides = [.. new[] { 1, -1 }.Select(side => Side(side, [.. trades.Where(t => t.Side == side)]))],
            Exits = [.. trades.GroupBy(t => t.ExitReason).OrderByDescending(g => g.Count()).ThenBy(g => g.Key)
                .Select(g => new ReportExit(Words(g.Key), g.Count(), g.Average(t => t.ResultInR)))],
            Best = Describe(trades.MaxBy(t => t.ResultInR), bars),
            Worst = Describe(trades.MinBy(t => t.ResultInR), bars),
            Holding = Holding(trades, bars.TimeFrame),
            RMultiples = [.. trades.Select(t => t.ResultInR)],
            Months = Months(run, bars),
        };
    }

    private static ReportSide Side(int side, ClosedTrade[] trades) => new(
        side > 0 ? "Long" : "Short",
        trades.Length,
        trades.Length == 0 ? double.NaN : (double)trades.Count(t => t.Profit > 0) / trades.Length,
        trades.Length == 0 ? double.NaN : trades.Average(t => t.ResultInR));

    private static string Describe(ClosedTrade trade, BarSeries bars) =>
        $"{trade.ResultInR:+0.00;-0.00} R, {(trade.Side > 0 ? "long" : "short")} at {trade.EntryPrice:0.####} on {UtcTime.Format(bars.OpenTime[trade.EntryIndex])[..10]}, " +
        $"out at {trade.ExitPrice:0.####} ({Words(trade.ExitReason).ToLowerInvariant()})";

    private static string Holding(IReadOnlyList<ClosedTrade> trades, TimeFrame frame)
    {
        var held = trades.Select(t => t.ExitIndex - t.EntryIndex + 1).Order().ToArray();
        return $"median {Span(held[held.Length / 2])}, mean {Span(held.Average())}, longest {Span(held[^1])}";

        string Span(double bars)
        {
            var hours = bars * frame.Minutes / 60;
            return hours >= 48 ? $"{hours / 24:0.#} d" : hours >= 1 ? $"{hours:0.#} h" : $"{hours * 60:0} min";
        }
    }

    private static string Words(ExitReason reason) => reason switch
    {
        ExitReason.StopLoss => "Stop",
        ExitReason.Target => "Last target",
        ExitReason.BreakEven => "Break-even stop",
        ExitReason.TrailingStop => "Trailing stop",
        ExitReason.TimeStop => "Time stop",
        ExitReason.Signal => "Exit signal",
        ExitReason.EndOfData => "End of data",
        _ => "Liquidation",
    };

    private static List<ReportMonth> Months(ScoredRun run, BarSeries bars)
    {
        var months = new List<ReportMonth>();
        var equity = run.Equity!;
        var before = run.Metrics.InitialEquity;
        var current = default((int Year, int Month));
        for (var i = 0; i < equity.Count; i++)
        {
            var time = DateTimeOffset.FromUnixTimeMilliseconds(bars.OpenTime[run.Range.Start + i]);
            var month = (time.Year, time.Month);
            if (i > 0 && month != current)
            {
                months.Add(new(current.Year, current.Month, (equity[i - 1] / before) - 1));
                before = equity[i - 1];
            }

            current = month;
        }

        if (equity.Count > 0)
        {
            months.Add(new(current.Year, current.Month, (equity[^1] / before) - 1));
        }

        return months;
    }
}
