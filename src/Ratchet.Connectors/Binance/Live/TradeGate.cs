using System.Threading.Channels;
using Ratchet.Market.Feeds.Live;

namespace Ratchet.Connectors.Binance.Live;

/// <summary>Lets each trade through once and in order of the exchange's numbers, and asks over REST for what was not heard.</summary>
internal sealed class TradeGate(
    BinanceRest rest, BinanceFeedOptions options, TimeProvider clock, BackOff backOff, FeedTally tally, ChannelWriter<FeedEvent> writer)
{
    /// <summary>Places a new cursor after the newest trade; numbers begin at 0.</summary>
    public async Task PlaceAsync(TradeCursor cursor, CancellationToken cancellationToken)
    {
        var newest = await rest.GetNewestTradeAsync(cursor.Symbol, cancellationToken);
        cursor.MoveTo(newest is { } trade ? trade.Id + 1 : 0, rest.Clock.Now);
    }

    /// <summary>Takes a trade that was heard.</summary>
    public async Task AcceptAsync(TradeCursor cursor, AggregateTrade trade, CancellationToken cancellationToken)
    {
        if (trade.Id > cursor.Next)
        {
            tally.Count(c => c with { Early = c.Early + 1 });
            await BackFillAsync(cursor, trade.Id, cancellationToken);
        }

        if (trade.Id == cursor.Next)
        {
            await TellAsync(cursor, trade, isBackFill: false, cancellationToken);
        }
        else if (trade.Id == cursor.Last?.Id)
        {
            var differs = trade != cursor.Last;
            tally.Count(c => c with { Duplicates = c.Duplicates + 1, Conflicts = c.Conflicts + (differs ? 1 : 0) });
        }
        else
        {
            tally.Count(c => c with { Late = c.Late + 1 });
        }
    }

    /// <summary>
    /// Tells every trade from the cursor on that the exchange has. With an end, the cursor stands there afterwards at least. REST may know less than the stream
    /// for a while, so numbers that it lacks before the end or before later ones are asked for some times more; only then they count as missing.
    /// </summary>
    /// <returns>Whether the cursor has moved.</returns>
    public async Task<bool> BackFillAsync(TradeCursor cursor, long? until, CancellationToken cancellationToken)
    {
        var from = cursor.Next;
        long count = 0;
        long missing = 0;
        var vain = 0;
        while (true)
        {
            var page = await rest.GetTradesAsync(cursor.Symbol, cursor.Next, cancellationToken);
            var hasHole = false;
            foreach (var trade in page.Trades)
            {
                hasHole = trade.Id > cursor.Next && vain < options.GapQuestions;
                if (hasHole)
                {
                    break;
                }

                vain = 0;
                missing += trade.Id - cursor.Next + (trade.IsVoid ? 1 : 0);
                count += trade.IsVoid ? 0 : 1;
                await TellAsync(cursor, trade, isBackFill: true, cancellationToken);
            }

            if (hasHole || (!page.IsFull && cursor.Next < until && vain < options.GapQuestions))
            {
                await Task.Delay(backOff.Delay(cursor.Next, vain++), clock, cancellationToken);
            }
            else if (!page.IsFull)
            {
                break;
            }
        }

        if (until > cursor.Next)
        {
            missing += until.Value - cursor.Next;
            cursor.MoveTo(until.Value, rest.Clock.Now);
        }

        if (cursor.Next == from)
        {
            return false;
        }

        tally.Count(c => c with { BackFilled = c.BackFilled + count, MissingAtExchange = c.MissingAtExchange + missing });
        await writer.WriteAsync(new TradeGapFilled(rest.Clock.Now, cursor.Symbol, from, cursor.Next, count, missing), cancellationToken);
        return true;
    }

    private async Task TellAsync(TradeCursor cursor, AggregateTrade trade, bool isBackFill, CancellationToken cancellationToken)
    {
        // The write may wait for a slow reader; the cursor moves only when the trade is on its way, so that a cancellation in between loses none.
        if (!trade.IsVoid)
        {
            await writer.WriteAsync(new TradeArrived(rest.Clock.Now, cursor.Symbol, trade.Id, trade.Trade, isBackFill), cancellationToken);
        }

        cursor.Pass(trade, rest.Clock.Now);
    }
}
