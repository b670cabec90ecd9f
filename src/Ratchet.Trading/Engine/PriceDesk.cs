using Ratchet.Market.Bars;
using Ratchet.Trading.Journal;
using Ratchet.Trading.Orders;
using Ratchet.Trading.Portfolio;

namespace Ratchet.Trading.Engine;

/// <summary>Shows a bar to everything that works on its symbol, in the one order of things within a bar.</summary>
internal sealed class PriceDesk(EngineCore core, OrderDesk orders, ExitDesk exits, EntryFills entries, BracketFills brackets, StopMoves stops)
{
    /// <summary>Fills orders on a bar and moves stops at its close.</summary>
    public void Fill(int symbol, in Bar bar)
    {
        foreach (var slot in core.Book.OfSymbol(symbol))
        {
            if (!slot.IsIdle)
            {
                Fill(slot, bar);
            }
        }
    }

    /// <summary>Moves stops alone, where the venue is outside.</summary>
    public void MoveStops(int symbol, in Bar bar)
    {
        foreach (var slot in core.Book.OfSymbol(symbol))
        {
            if (slot.Position.IsOpen)
            {
                stops.Move(slot, bar, inside: false);
            }
        }
    }

    /// <summary>
    /// What the close of a decision bar brings without a signal: advice and entries run out, time stops are decided, and what is open at the last close of a symbol
    /// that leaves the market is closed there.
    /// </summary>
    public void Close(int symbol)
    {
        var close = core.Clocks[symbol].LastClose;
        foreach (var slot in core.Book.OfSymbol(symbol))
        {
            slot.Advice = null;
            if (slot.IsIdle)
            {
                continue;
            }

            if (slot.Entry.ExpiresAt > 0 && close >= slot.Entry.ExpiresAt)
            {
                orders.CancelEntry(slot, AuditReason.Expired);
            }

            if (close >= core.Delistings[symbol])
            {
                orders.CancelEntry(slot, AuditReason.NotListed);
                exits.CloseNow(slot, AuditReason.NotListed, OrderPurpose.Exit);
            }
            else
            {
                exits.LeaveWhenOver(slot);
            }
        }
    }

    private void Fill(PositionSlot slot, in Bar bar)
    {
        var held = slot.Position.IsOpen;
        if (held && (brackets.LiquidatedAtOpen(slot, bar) || exits.FillAtOpen(slot, bar)))
        {
            return;
        }

        // Only in the bar of the first fill is it unknown what came before.
        var inside = slot.Entry.Works && entries.TryFill(slot, bar) && !held;
        if (slot.Position.IsOpen
            && !brackets.LiquidatedInside(slot, bar)
            && !brackets.Stopped(slot, bar, inside)
            && !brackets.TargetsDone(slot, bar, inside))
        {
            stops.Move(slot, bar, inside);
        }
    }
}
