using Ratchet.Trading.Journal;
using Ratchet.Trading.Portfolio;
using Ratchet.Validation.Metrics;

namespace Ratchet.Lifecycle.Backtests;

/// <summary>The engine's trades as the metrics take them.</summary>
internal static class TradedTrades
{
    /// <summary>With bars of the curve's points: the entry is in the bar that closes first after it, the exit too.</summary>
    public static ClosedTrade[] OnCurve(IReadOnlyList<TradeRecord> trades, ReadOnlySpan<long> closes)
    {
        var closed = new ClosedTrade[trades.Count];
        for (var i = 0; i < closed.Length; i++)
        {
            var entry = FirstAfter(closes, trades[i].EntryTime);
            closed[i] = Of(trades[i], entry, Math.Max(entry, FirstAfter(closes, trades[i].ExitTime)));
        }

        return closed;
    }

    /// <summary>With bars of the trade's own symbol.</summary>
    public static ClosedTrade OnSymbol(TradeRecord trade, int bars) =>
        Of(trade, (int)Math.Min(trade.EntryBar, bars - 1), (int)Math.Min(trade.ExitBar, bars - 1));

    private static ClosedTrade Of(TradeRecord trade, int entry, int exit) => new(
        entry,
        exit,
        trade.Side,
        (double)trade.EntryPrice,
        (double)trade.ExitPrice,
        (double)trade.Quantity,
        (double)trade.Profit,
        (double)trade.Fees,
        (double)trade.Risk,
        Reason(trade.Reason));

    private static int FirstAfter(ReadOnlySpan<long> closes, long time)
    {
        var place = closes.BinarySearch(time);
        return Math.Min(place < 0 ? ~place : place + 1, closes.Length - 1);
    }

    private static ExitReason Reason(AuditReason reason) => reason switch
    {
        AuditReason.StopLoss => ExitReason.StopLoss,
        AuditReason.Target => ExitReason.Target,
        AuditReason.BreakEven => ExitReason.BreakEven,
        AuditReason.TrailingStop => ExitReason.TrailingStop,
        AuditReason.TimeStop => ExitReason.TimeStop,
        AuditReason.EndOfData => ExitReason.EndOfData,
        AuditReason.Liquidation => ExitReason.Liquidation,
        _ => ExitReason.Signal,
    };
}
