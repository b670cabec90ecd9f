using System.Text.Json;

namespace Ratchet.Connectors.Binance.Live;

/// <summary>Streams of aggregate trades.</summary>
internal sealed class TradeContent(BinanceRest rest, BinanceFeedOptions options, FeedTally tally, IReadOnlyList<TradeCursor> cursors, TradeGate gate) : IStreamContent
{
    public string Streams => string.Join('/', cursors.Select(c => $"{c.ExchangeSymbol.ToLowerInvariant()}@aggTrade"));

    public long OverdueAt => cursors.Min(OverdueTime);

    public async Task CatchUpAsync(CancellationToken cancellationToken)
    {
        foreach (var cursor in cursors)
        {
            await (cursor.IsPlaced ? gate.BackFillAsync(cursor, null, cancellationToken) : gate.PlaceAsync(cursor, cancellationToken));
        }
    }

    public async Task<bool> HearAsync(ReadOnlyMemory<byte> json, CancellationToken cancellationToken)
    {
        (string Symbol, AggregateTrade Trade)? message;
        try
        {
            message = StreamEnvelope.Read<(string, AggregateTrade)>(json.Span, TradeJson.ReadData);
        }
        catch (JsonException)
        {
            // Counted by the caller; the trade comes by back-fill.
            return false;
        }

        if (message is { } heard && cursors.FirstOrDefault(c => c.ExchangeSymbol == heard.Symbol) is { } cursor)
        {
            await gate.AcceptAsync(cursor, heard.Trade, cancellationToken);
        }
        else
        {
            tally.Count(c => c with { Other = c.Other + 1 });
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

    /// <summary>Trades have no timetable, but a symbol that has been quiet may also have been forgotten.</summary>
    private long OverdueTime(TradeCursor cursor) => Math.Max(cursor.MovedAt + (long)options.OverdueAfter.TotalMilliseconds, cursor.Pace.AskAgainAt);
}
