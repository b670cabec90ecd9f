using System.Threading.Channels;
using Ratchet.Market.Feeds.Live;

namespace Ratchet.Connectors.Binance.Live;

/// <summary>Trades: their places are the exchange's numbers.</summary>
internal sealed class TradeGate(
    BinanceRest rest, BinanceFeedOptions options, TimeProvider clock, BackOff backOff, FeedTally tally, ChannelWriter<FeedEvent> writer)
    : StreamGate<TradeCursor, AggregateTrade>(options, clock, backOff, tally)
{
    /// <summary>Places a new cursor after the newest trade; numbers begin at 0.</summary>
    public async Task PlaceAsync(TradeCursor cursor, CancellationToken cancellationToken)
    {
        var newest = await rest.GetNewestTradeAsync(cursor.Symbol, cancellationToken);
        cursor.MoveTo(newest is { } trade ? trade.Id + 1 : 0, rest.Clock.Now);
    }

    protected override long PlaceOf(in AggregateTrade item) => item.Id;

    protected override long StepOf(TradeCursor cursor) => 1;

    protected override long NextOf(TradeCursor cursor) => cursor.Next;

    protected override AggregateTrade? LastOf(TradeCursor cursor) => cursor.Last;

    protected override bool IsVoid(in AggregateTrade item) => item.IsVoid;

    protected override async Task<(IReadOnlyList<AggregateTrade> Items, bool IsFull)?> AskAsync(TradeCursor cursor, long? until, CancellationToken cancellationToken)
    {
        var page = await rest.GetTradesAsync(cursor.Symbol, cursor.Next, cancellationToken);
        return (page.Trades, page.IsFull);
    }

    protected override async Task TellAsync(TradeCursor cursor, AggregateTrade item, bool isBackFill, CancellationToken cancellationToken)
    {
        if (!item.IsVoid)
        {
            await writer.WriteAsync(new TradeArrived(rest.Clock.Now, cursor.Symbol, item.Id, item.Trade, isBackFill), cancellationToken);
        }

        cursor.Pass(item, rest.Clock.Now);
    }

    protected override Task TellGapAsync(TradeCursor cursor, long from, long count, long missing, CancellationToken cancellationToken) =>
        writer.WriteAsync(new TradeGapFilled(rest.Clock.Now, cursor.Symbol, from, cursor.Next, count, missing), cancellationToken).AsTask();

    protected override void MoveTo(TradeCursor cursor, long next) => cursor.MoveTo(next, rest.Clock.Now);
}
