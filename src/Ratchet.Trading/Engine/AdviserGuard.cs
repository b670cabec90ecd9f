using System.Diagnostics.CodeAnalysis;
using Ratchet.Market.Bars;
using Ratchet.Trading.Events;
using Ratchet.Trading.Journal;
using Ratchet.Trading.Portfolio;

namespace Ratchet.Trading.Engine;

/// <summary>Keeps an adviser's failures from the session: what it throws is reported, and its answer is that it has no advice.</summary>
/// <param name="adviser">The adviser; null never advises.</param>
/// <param name="failed">Takes the failure: the symbol, what the adviser was asked, what it threw.</param>
internal sealed class AdviserGuard(ITradeAdviser? adviser, Action<int, string, Exception> failed)
{
    private const string Reason = "An adviser's failure must not stop trading, whatever it throws; it is reported through the audit.";

    [SuppressMessage("Design", "CA1031:Do not catch general exception types", Justification = Reason)]
    public Advice? Advise(long time, int symbol, in Signal signal)
    {
        if (adviser is null)
        {
            return null;
        }

        try
        {
            var advice = adviser.Advise(time, symbol, signal);
            return advice is null || advice.Strategy == signal.Strategy ? advice : advice with { Strategy = signal.Strategy };
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            failed(symbol, "advice", e);
            return null;
        }
    }

    [SuppressMessage("Design", "CA1031:Do not catch general exception types", Justification = Reason)]
    public void Closed(long time, TradeRecord trade)
    {
        if (adviser is null)
        {
            return;
        }

        try
        {
            adviser.Closed(time, trade);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            failed(trade.Symbol, "a closed trade", e);
        }
    }

    [SuppressMessage("Design", "CA1031:Do not catch general exception types", Justification = Reason)]
    public void BarClosed(long time, int symbol, in Bar bar)
    {
        if (adviser is null)
        {
            return;
        }

        try
        {
            adviser.BarClosed(time, symbol, bar);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            failed(symbol, "a closed bar", e);
        }
    }

    [SuppressMessage("Design", "CA1031:Do not catch general exception types", Justification = Reason)]
    public void Signalled(long time, int symbol, in Signal signal)
    {
        if (adviser is null)
        {
            return;
        }

        try
        {
            adviser.Signalled(time, symbol, signal);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            failed(symbol, "a signal", e);
        }
    }

    [SuppressMessage("Design", "CA1031:Do not catch general exception types", Justification = Reason)]
    public void EntryChanged(long time, in AuditRecord record)
    {
        if (adviser is null)
        {
            return;
        }

        try
        {
            adviser.EntryChanged(time, record);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            failed(record.Symbol, "an entry", e);
        }
    }
}
