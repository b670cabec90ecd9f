using System.Threading.Channels;
using Ratchet.Market.Bars;
using Ratchet.Market.Feeds.Live;
using Ratchet.Market.Time;

namespace Ratchet.Connectors.Binance.Live;

/// <summary>Bars: their places are opening times, and only those that are final by the exchange's clock are asked for.</summary>
internal sealed class BarGate(
    BinanceRest rest, BinanceFeedOptions options, TimeProvider clock, BackOff backOff, FeedTally tally, ChannelWriter<FeedEvent> writer)
    : StreamGate<StreamCursor, Bar>(options, clock, backOff, tally)
{
    protected override long PlaceOf(in Bar item) => item.OpenTime;

    protected override long StepOf(StreamCursor cursor) => cursor.Step;

    protected override long NextOf(StreamCursor cursor) => cursor.Next;

    protected override Bar? LastOf(StreamCursor cursor) => cursor.Last;

    protected override async Task<(IReadOnlyList<Bar> Items, bool IsFull)?> AskAsync(StreamCursor cursor, long? until, CancellationToken cancellationToken)
    {
        var to = Math.Max(until ?? long.MinValue, UtcTime.Align(rest.Clock.Now, cursor.TimeFrame));
        if (cursor.Next >= to)
        {
            return null;
        }

        var page = await rest.GetKlinesAsync(cursor.Symbol, cursor.TimeFrame, new(cursor.Next, to), cancellationToken);
        return (page.Bars, page.IsFull);
    }

    protected override async Task TellAsync(StreamCursor cursor, Bar item, bool isBackFill, CancellationToken cancellationToken)
    {
        await writer.WriteAsync(new BarClosed(rest.Clock.Now, cursor.Symbol, cursor.TimeFrame, item, isBackFill), cancellationToken);
        cursor.Pass(item);
    }

    protected override Task TellGapAsync(StreamCursor cursor, long from, long count, long missing, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            new GapFilled(rest.Clock.Now, cursor.Symbol, cursor.TimeFrame, new(from, cursor.Next), (int)count, (int)missing), cancellationToken).AsTask();

    protected override void MoveTo(StreamCursor cursor, long next) => cursor.MoveTo(next);
}
