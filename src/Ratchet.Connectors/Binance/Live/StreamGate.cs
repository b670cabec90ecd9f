namespace Ratchet.Connectors.Binance.Live;

/// <summary>
/// Lets what a stream tells through once and in order of its places (opening times of bars, numbers of trades), and asks over REST for what was not heard.
/// </summary>
/// <typeparam name="TCursor">Where a stream stands.</typeparam>
/// <typeparam name="TItem">What it tells.</typeparam>
internal abstract class StreamGate<TCursor, TItem>(BinanceFeedOptions options, TimeProvider clock, BackOff backOff, FeedTally tally)
    where TItem : struct, IEquatable<TItem>
{
    /// <summary>Takes an item that was heard.</summary>
    public async Task AcceptAsync(TCursor cursor, TItem item, CancellationToken cancellationToken)
    {
        var place = PlaceOf(item);
        if (place > NextOf(cursor))
        {
            tally.Count(c => c with { Early = c.Early + 1 });
            await BackFillAsync(cursor, place, cancellationToken);
        }

        if (place == NextOf(cursor))
        {
            await TellAsync(cursor, item, isBackFill: false, cancellationToken);
        }
        else if (LastOf(cursor) is { } last && place == PlaceOf(last))
        {
            var differs = !item.Equals(last);
            tally.Count(c => c with { Duplicates = c.Duplicates + 1, Conflicts = c.Conflicts + (differs ? 1 : 0) });
        }
        else
        {
            tally.Count(c => c with { Late = c.Late + 1 });
        }
    }

    /// <summary>
    /// Tells everything from the cursor on that the exchange has. With an end, the cursor stands there afterwards at least, and what the exchange does not have
    /// before it counts as missing; without one it stands after the last item that came. REST may know less than the stream for a while, so places that it
    /// lacks before the end or before later ones are asked for some times more; only then they count as missing.
    /// </summary>
    /// <returns>Whether the cursor has moved.</returns>
    public async Task<bool> BackFillAsync(TCursor cursor, long? until, CancellationToken cancellationToken)
    {
        var from = NextOf(cursor);
        long count = 0;
        long missing = 0;
        var vain = 0;
        while (await AskAsync(cursor, until, cancellationToken) is { } page)
        {
            var hasHole = false;
            foreach (var item in page.Items)
            {
                hasHole = PlaceOf(item) > NextOf(cursor) && vain < options.GapQuestions;
                if (hasHole)
                {
                    break;
                }

                vain = 0;
                missing += ((PlaceOf(item) - NextOf(cursor)) / StepOf(cursor)) + (IsVoid(item) ? 1 : 0);
                count += IsVoid(item) ? 0 : 1;
                await TellAsync(cursor, item, isBackFill: true, cancellationToken);
            }

            var isLast = !page.IsFull || page.Items.Count == 0;
            if (hasHole || (isLast && NextOf(cursor) < until && vain < options.GapQuestions))
            {
                await Task.Delay(backOff.Delay(NextOf(cursor), vain++), clock, cancellationToken);
            }
            else if (isLast)
            {
                break;
            }
        }

        if (until is { } end && end > NextOf(cursor))
        {
            missing += (end - NextOf(cursor)) / StepOf(cursor);
            MoveTo(cursor, end);
        }

        if (NextOf(cursor) == from)
        {
            return false;
        }

        tally.Count(c => c with { BackFilled = c.BackFilled + count, MissingAtExchange = c.MissingAtExchange + missing });
        await TellGapAsync(cursor, from, count, missing, cancellationToken);
        return true;
    }

    /// <summary>The place of an item.</summary>
    protected abstract long PlaceOf(in TItem item);

    /// <summary>The distance between neighbouring places.</summary>
    protected abstract long StepOf(TCursor cursor);

    /// <summary>The place that must come next.</summary>
    protected abstract long NextOf(TCursor cursor);

    /// <summary>The last item told.</summary>
    protected abstract TItem? LastOf(TCursor cursor);

    /// <summary>Whether an item only stands for a place at which the exchange has nothing.</summary>
    protected virtual bool IsVoid(in TItem item) => false;

    /// <summary>Asks over REST for items from the cursor on; null where there can be none yet.</summary>
    protected abstract Task<(IReadOnlyList<TItem> Items, bool IsFull)?> AskAsync(TCursor cursor, long? until, CancellationToken cancellationToken);

    /// <summary>
    /// Gives an item out and then moves the cursor: the write may wait for a slow reader, and a cancellation in between must lose none.
    /// </summary>
    protected abstract Task TellAsync(TCursor cursor, TItem item, bool isBackFill, CancellationToken cancellationToken);

    /// <summary>Says what a back-fill brought.</summary>
    protected abstract Task TellGapAsync(TCursor cursor, long from, long count, long missing, CancellationToken cancellationToken);

    /// <summary>Moves the cursor over places that the exchange does not have.</summary>
    protected abstract void MoveTo(TCursor cursor, long next);
}
