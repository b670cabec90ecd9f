using System.Threading.Channels;
using Ratchet.Market.Bars;
using Ratchet.Market.Feeds.Live;
using Ratchet.Market.Time;

namespace Ratchet.Connectors.Binance.Live;

/// <summary>Lets each bar through once and in order, and asks over REST for what was not heard.</summary>
internal sealed class BarGate(
    BinanceRest rest, BinanceFeedOptions options, TimeProvider clock, BackOff backOff, FeedTally tally, ChannelWriter<FeedEvent> writer)
{
    /// <summary>Takes a closed bar that was heard.</summary>
    public async Task AcceptAsync(StreamCursor cursor, Bar bar, CancellationToken cancellationToken)
    {
        if (bar.OpenTime > cursor.Next)
        {
            tally.Count(c => c with { Early = c.Early + 1 });
            await BackFillAsync(cursor, bar.OpenTime, cancellationToken);
        }

        if (bar.OpenTime == cursor.Next)
        {
            await TellAsync(cursor, bar, isBackFill: false, cancellationToken);
        }
        else if (bar.OpenTime == cursor.Last?.OpenTime)
        {
            var differs = bar != cursor.Last;
            tally.Count(c => c with { Duplicates = c.Duplicates + 1, Conflicts = c.Conflicts + (differs ? 1 : 0) });
        }
        else
        {
            tally.Count(c => c with { Late = c.Late + 1 });
        }
    }

    /// <summary>
    /// Tells every bar from the cursor on that the exchange has and that is final by its clock. With an end, the cursor stands there afterwards at least, and
    /// bars before it that the exchange does not have are counted as missing; without one it stands after the last bar that came. REST may know less than the
    /// stream for a while, so bars that it lacks before the end or before later ones are asked for some times more; only then they count as missing.
    /// </summary>
    /// <returns>Whether the cursor has moved.</returns>
    public async Task<bool> BackFillAsync(StreamCursor cursor, long? until, CancellationToken cancellationToken)
    {
        var from = cursor.Next;
        var count = 0;
        long missing = 0;
        var vain = 0;
        while (true)
        {
            var to = Math.Max(until ?? long.MinValue, UtcTime.Align(rest.Clock.Now, cursor.TimeFrame));
            if (cursor.Next >= to)
            {
                break;
            }

            var page = await rest.GetKlinesAsync(cursor.Symbol, cursor.TimeFrame, new(cursor.Next, to), cancellationToken);
            var hasHole = false;
            foreach (var bar in page.Bars)
            {
                hasHole = bar.OpenTime > cursor.Next && vain < options.GapQuestions;
                if (hasHole)
                {
                    break;
                }

                vain = 0;
                missing += (bar.OpenTime - cursor.Next) / cursor.Step;
                await TellAsync(cursor, bar, isBackFill: true, cancellationToken);
                count++;
            }

            var isLast = !page.IsFull || page.Bars.Count == 0;
            if (hasHole || (isLast && cursor.Next < until && vain < options.GapQuestions))
            {
                await Task.Delay(backOff.Delay(cursor.Next, vain++), clock, cancellationToken);
            }
            else if (isLast)
            {
                break;
            }
        }

        if (until > cursor.Next)
        {
            missing += (until.Value - cursor.Next) / cursor.Step;
            cursor.MoveTo(until.Value);
        }

        if (cursor.Next == from)
        {
            return false;
        }

        tally.Count(c => c with { BackFilled = c.BackFilled + count, MissingAtExchange = c.MissingAtExchange + missing });
        await writer.WriteAsync(
            new GapFilled(rest.Clock.Now, cursor.Symbol, cursor.TimeFrame, new(from, cursor.Next), count, (int)missing), cancellationToken);
        return true;
    }

    private async Task TellAsync(StreamCursor cursor, Bar bar, bool isBackFill, CancellationToken cancellationToken)
    {
        // The write may wait for a slow reader; the cursor moves only when the bar is on its way, so that a cancellation in between loses none.
        await writer.WriteAsync(new BarClosed(rest.Clock.Now, cursor.Symbol, cursor.TimeFrame, bar, isBackFill), cancellationToken);
        cursor.Pass(bar);
    }
}
