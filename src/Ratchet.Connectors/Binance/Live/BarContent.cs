namespace Ratchet.Connectors.Binance.Live;

/// <summary>Streams of bars.</summary>
internal sealed class BarContent(BinanceRest rest, BinanceFeedOptions options, FeedTally tally, IReadOnlyList<StreamCursor> cursors, BarGate gate) : IStreamContent
{
    /// <summary>How far a closed bar may end beyond the exchange's clock as the client knows it, in milliseconds.</summary>
    private const long ClockSlack = 5000;

    public string Streams => string.Join('/', cursors.Select(c => $"{c.ExchangeSymbol.ToLowerInvariant()}@kline_{c.Interval}"));

    public long OverdueAt => cursors.Min(OverdueTime);

    public async Task CatchUpAsync(CancellationToken cancellationToken)
    {
        foreach (var cursor in cursors)
        {
            cursor.Place(rest.Clock.Now);
            await gate.BackFillAsync(cursor, null, cancellationToken);
        }
    }

    public async Task<bool> HearAsync(ReadOnlyMemory<byte> json, CancellationToken cancellationToken)
    {
        var (message, cursor, isMalformed) = KlineAddress.Find(json.Span, cursors);
        if (isMalformed)
        {
            return false;
        }

        if (cursor is null)
        {
            tally.Count(c => c with { Other = c.Other + 1 });
        }
        else if (!message.IsClosed)
        {
            tally.Count(c => c with { OpenBars = c.OpenBars + 1 });
        }
        else if (message.Row.CloseTime > rest.Clock.Now + ClockSlack)
        {
            // It cannot have closed; the cursor must not follow it.
            return false;
        }
        else
        {
            await gate.AcceptAsync(cursor, message.Row.Bar, cancellationToken);
        }

        return true;
    }

    public async Task AskForOverdueAsync(CancellationToken cancellationToken)
    {
        foreach (var cursor in cursors)
        {
            if (rest.Clock.Now >= OverdueTime(cursor) && !await gate.BackFillAsync(cursor, null, cancellationToken))
            {
                cursor.Pace.AskedInVain(rest.Clock.Now, options.OverdueAfter);
            }
        }
    }

    private long OverdueTime(StreamCursor cursor) => Math.Max(cursor.Next + cursor.Step + (long)options.OverdueAfter.TotalMilliseconds, cursor.Pace.AskAgainAt);
}
