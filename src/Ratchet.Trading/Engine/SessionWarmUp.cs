using System.Buffers;
using Ratchet.Market.Bars;
using Ratchet.Trading.Events;
using Ratchet.Trading.Journal;
using Ratchet.Trading.Portfolio;

namespace Ratchet.Trading.Engine;

/// <summary>
/// Tells strategies and adviser again what they were told, in the same order, from the journal: bars, closed trades, and the questions that were asked. Their answers
/// are only compared with the journal's.
/// </summary>
internal sealed class SessionWarmUp
{
    private readonly IReadOnlyList<ITradingStrategy> strategies;
    private readonly AdviserGuard told;
    private readonly AdviserGuard silent = new(null, (_, _, _) => { });
    private readonly long adviserFrom;
    private readonly Bar[] bars;
    private readonly ArrayBufferWriter<byte> journaledBytes = new(256);
    private readonly ArrayBufferWriter<byte> remadeBytes = new(256);
    private AdviserGuard adviser;
    private Advice? heard;

    public SessionWarmUp(int symbols, IReadOnlyList<ITradingStrategy> strategies, ITradeAdviser? adviser, long adviserFrom)
    {
        this.strategies = strategies;
        this.adviserFrom = adviserFrom;
        told = new(adviser, (_, _, _) => AdviserFailures++);
        this.adviser = told;
        bars = new Bar[symbols];
        Door = new(symbols);
    }

    public SessionDoor Door { get; }

    public long SignalsDifferent { get; private set; }

    public long AdviceDifferent { get; private set; }

    public long AdviserFailures { get; private set; }

    public void Take(in TradingEvent tradingEvent, IReadOnlyList<StoredAudit> journaled)
    {
        Door.Appended(tradingEvent);
        adviser = tradingEvent.Sequence >= adviserFrom ? told : silent;
        var refused = false;
        switch (tradingEvent.Kind)
        {
            case EventKind.Bar or EventKind.FineBar:
                refused = IsRefused(tradingEvent.Sequence, journaled);
                break;
            case EventKind.Advice:
                heard = (Advice)tradingEvent.Detail!;
                break;
            case EventKind.Signal:
                Signalled(tradingEvent);
                break;
            default:
                break;
        }

        TellEntries(tradingEvent.Time, journaled);
        TellTrades(tradingEvent.Time, journaled);
        if (refused || tradingEvent.Kind is not (EventKind.Bar or EventKind.FineBar))
        {
            return;
        }

        var fine = tradingEvent.Kind == EventKind.FineBar;
        Door.Took(tradingEvent.Symbol, tradingEvent.Bar.OpenTime, fine);
        if (!fine)
        {
            bars[tradingEvent.Symbol] = tradingEvent.Bar;
            adviser.BarClosed(tradingEvent.Time, tradingEvent.Symbol, tradingEvent.Bar);
        }
    }

    private static bool IsRefused(long number, IReadOnlyList<StoredAudit> journaled)
    {
        foreach (var stored in journaled)
        {
            if (AuditCodec.KindOf(stored.Bytes.Span) == AuditKind.EventRefused && stored.Decode().Event == number)
            {
                return true;
            }
        }

        return false;
    }

    private void TellEntries(long time, IReadOnlyList<StoredAudit> journaled)
    {
        foreach (var stored in journaled)
        {
            if (SessionAudit.IsOfEntry(AuditCodec.KindOf(stored.Bytes.Span)))
            {
                adviser.EntryChanged(time, stored.Decode());
            }
        }
    }

    private void TellTrades(long time, IReadOnlyList<StoredAudit> journaled)
    {
        foreach (var stored in journaled)
        {
            if (AuditCodec.KindOf(stored.Bytes.Span) != AuditKind.PositionClosed || stored.Decode().Detail is not TradeRecord trade)
            {
                continue;
            }

            if (trade.Strategy < strategies.Count)
            {
                strategies[trade.Strategy].Closed(trade);
            }

            adviser.Closed(time, trade);
        }
    }

    private void Signalled(in TradingEvent tradingEvent)
    {
        var journaled = tradingEvent.Signal;
        if ((uint)journaled.Strategy < (uint)strategies.Count && (uint)tradingEvent.Symbol < (uint)bars.Length)
        {
            strategies[journaled.Strategy].Update(tradingEvent.Symbol, bars[tradingEvent.Symbol], journaled.Strategy, out var again);
            SignalsDifferent += AreEqual(tradingEvent, tradingEvent with { Signal = again }) ? 0 : 1;
            adviser.Signalled(tradingEvent.Time, tradingEvent.Symbol, journaled);
            if (journaled.Side != 0 && tradingEvent.Sequence >= adviserFrom)
            {
                var advice = adviser.Advise(tradingEvent.Time, tradingEvent.Symbol, journaled);
                var equal = heard is null || advice is null ? heard is null && advice is null : AreEqual(Event(heard), Event(advice));
                AdviceDifferent += equal ? 0 : 1;
            }
        }

        heard = null;
    }

    private static TradingEvent Event(Advice advice) => TradingEvent.Of(0, 0, 0, advice);

    private bool AreEqual(in TradingEvent journaled, in TradingEvent remade)
    {
        journaledBytes.ResetWrittenCount();
        remadeBytes.ResetWrittenCount();
        EventCodec.Write(journaled, journaledBytes);
        EventCodec.Write(remade, remadeBytes);
        return journaledBytes.WrittenSpan.SequenceEqual(remadeBytes.WrittenSpan);
    }
}
