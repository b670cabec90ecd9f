using Ratchet.Trading.Events;
using Ratchet.Trading.Journal;
using Ratchet.Trading.Portfolio;

namespace Ratchet.Trading.Engine;

/// <summary>
/// The adaptive layer as a session sees it. It never holds an order: it speaks before a signal is processed and hears what came of it. When it throws, the session
/// reports it and goes on without advice.
/// </summary>
public interface ITradeAdviser
{
    /// <summary>Speaks about a signal that has a side; null changes nothing.</summary>
    /// <param name="time">The session's time, in milliseconds since 1970-01-01 UTC.</param>
    /// <param name="symbol">The symbol's place in the options.</param>
    /// <param name="signal">The signal.</param>
    Advice? Advise(long time, int symbol, in Signal signal);

    /// <summary>Learns how a trade ended.</summary>
    /// <param name="time">The session's time.</param>
    /// <param name="trade">The trade.</param>
    void Closed(long time, TradeRecord trade);

    /// <summary>Sees a closed bar after its orders filled and before its signals: for shadow positions and schedules.</summary>
    /// <param name="time">The session's time.</param>
    /// <param name="symbol">The symbol's place in the options.</param>
    /// <param name="bar">The bar.</param>
    void BarClosed(long time, int symbol, in Market.Bars.Bar bar);

    /// <summary>Sees every signal, also those without a side, before <see cref="Advise"/> is asked about it: for the market's context. Does nothing by default.</summary>
    /// <param name="time">The session's time.</param>
    /// <param name="symbol">The symbol's place in the options.</param>
    /// <param name="signal">The signal.</param>
    void Signalled(long time, int symbol, in Signal signal)
    {
    }

    /// <summary>
    /// Learns what became of entries, before the trades that the same event closed: records of the kinds <see cref="AuditKind.Accepted"/>,
    /// <see cref="AuditKind.PositionOpened"/>, <see cref="AuditKind.OrderCancelled"/> and <see cref="AuditKind.OrderRejected"/>, the latter two of any order. Does
    /// nothing by default.
    /// </summary>
    /// <param name="time">The session's time.</param>
    /// <param name="record">The record.</param>
    void EntryChanged(long time, in AuditRecord record)
    {
    }
}
