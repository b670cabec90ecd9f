using System.Net.WebSockets;
using System.Threading.Channels;
using Ratchet.Market.Feeds.Live;

namespace Ratchet.Connectors.Binance.Live;

/// <summary>One enumeration of a feed: connects, listens, and connects again.</summary>
internal sealed class FeedSession(
    BinanceRest rest,
    BinanceFeedOptions options,
    TimeProvider clock,
    BackOff backOff,
    FeedTally tally,
    IReadOnlyList<StreamCursor> cursors,
    ChannelWriter<FeedEvent> writer)
{
    private readonly BarGate gate = new(rest, tally, writer);
    private int connections;
    private bool hasHeard;
    private int malformedInARow;

    /// <summary>Runs until cancelled or refused; the channel then ends, with the error where there is one.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            await ReconnectAsync(cancellationToken);
        }
        catch (OperationCanceledException exception) when (cancellationToken.IsCancellationRequested)
        {
            writer.Complete(exception);
        }
        catch (ExchangeException exception)
        {
            writer.Complete(exception);
        }
#pragma warning disable CA1031 // The reader of the channel must learn of every error; it is rethrown there.
        catch (Exception exception)
        {
            writer.Complete(exception);
        }
#pragma warning restore CA1031
    }

    private async Task ReconnectAsync(CancellationToken cancellationToken)
    {
        var address = Address();
        var failures = 0;
        for (long attempt = 0; ; attempt++)
        {
            string reason;
            TimeSpan? ordered = null;
            hasHeard = false;
            try
            {
                reason = await ConnectAndListenAsync(address, cancellationToken);
            }
            catch (ExchangeException exception) when (exception.IsTransient)
            {
                reason = exception.Message;
                ordered = exception.RetryAfter;
            }
            catch (Exception exception) when (exception is WebSocketException or (IOException and not ExchangeException))
            {
                reason = exception.InnerException is null ? exception.Message : $"{exception.Message} {exception.InnerException.Message}";
            }

            cancellationToken.ThrowIfCancellationRequested();
            failures = hasHeard ? 0 : failures;
            var wait = backOff.Delay(attempt, failures++);
            wait = ordered > wait ? ordered.Value : wait;
            tally.Count(c => c with { Disconnections = c.Disconnections + 1 });
            await writer.WriteAsync(new FeedDisconnected(rest.Clock.Now, reason, wait), cancellationToken);
            await Task.Delay(wait, clock, cancellationToken);
        }
    }

    private async Task<string> ConnectAndListenAsync(Uri address, CancellationToken cancellationToken)
    {
        await using var socket = new FeedSocket(options, clock);
        await socket.ConnectAsync(address, cancellationToken);
        tally.Count(c => c with { Connections = c.Connections + 1 });
        await rest.SynchroniseAsync(cancellationToken);
        foreach (var cursor in cursors)
        {
            cursor.Place(rest.Clock.Now);
            await gate.BackFillAsync(cursor, null, cancellationToken);
        }

        await writer.WriteAsync(new FeedConnected(rest.Clock.Now, ++connections), cancellationToken);
        return await ListenAsync(socket, cancellationToken);
    }

    private async Task<string> ListenAsync(FeedSocket socket, CancellationToken cancellationToken)
    {
        var heardAt = clock.GetTimestamp();
        var asking = TimeSpan.Zero;
        var receive = socket.ReceiveAsync();
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            asking += await AskForOverdueAsync(cancellationToken);

            // Time spent on REST while nothing was read is not the stream's silence.
            var silence = clock.GetElapsedTime(heardAt) - asking;
            var patience = options.StallAfter - silence;
            if (!receive.IsCompleted && patience <= TimeSpan.Zero)
            {
                tally.Count(c => c with { Stalls = c.Stalls + 1 });
                await writer.WriteAsync(new FeedStale(rest.Clock.Now, silence), cancellationToken);
                return $"nothing was heard for {silence.TotalSeconds:0} s";
            }

            if (!receive.IsCompleted)
            {
                var overdue = TimeSpan.FromMilliseconds(Math.Max(1, cursors.Min(OverdueAt) - rest.Clock.Now));
                await Watch.AnyAsync(receive, patience < overdue ? patience : overdue, clock, cancellationToken);
                continue;
            }

            if (await receive is not { } message)
            {
                return socket.CloseReason;
            }

            await HearAsync(message, cancellationToken);

            // A back-fill or a slow reader may have taken long; that is not the exchange's silence.
            heardAt = clock.GetTimestamp();
            asking = TimeSpan.Zero;
            receive = socket.ReceiveAsync();
        }
    }

    private async Task HearAsync(ReadOnlyMemory<byte> json, CancellationToken cancellationToken)
    {
        tally.Count(c => c with { Messages = c.Messages + 1 });
        var (message, cursor, isMalformed) = KlineAddress.Find(json.Span, cursors);
        if (isMalformed)
        {
            tally.Count(c => c with { Malformed = c.Malformed + 1 });
            if (++malformedInARow >= options.MostMalformedInARow)
            {
                malformedInARow = 0;
                throw new IOException($"{options.MostMalformedInARow} messages in a row could not be read");
            }

            return;
        }

        malformedInARow = 0;
        hasHeard = true;
        if (cursor is null)
        {
            tally.Count(c => c with { Other = c.Other + 1 });
        }
        else if (!message.IsClosed)
        {
            tally.Count(c => c with { OpenBars = c.OpenBars + 1 });
        }
        else
        {
            await gate.AcceptAsync(cursor, message.Row.Bar, cancellationToken);
        }
    }

    private async Task<TimeSpan> AskForOverdueAsync(CancellationToken cancellationToken)
    {
        var startedAt = clock.GetTimestamp();
        foreach (var cursor in cursors)
        {
            if (rest.Clock.Now >= OverdueAt(cursor) && !await gate.BackFillAsync(cursor, null, cancellationToken))
            {
                cursor.AskedInVain(rest.Clock.Now, options.OverdueAfter);
            }
        }

        return clock.GetElapsedTime(startedAt);
    }

    private long OverdueAt(StreamCursor cursor) => Math.Max(cursor.Next + cursor.Step + (long)options.OverdueAfter.TotalMilliseconds, cursor.AskAgainAt);

    private Uri Address()
    {
        var streams = cursors.Select(c => $"{c.ExchangeSymbol.ToLowerInvariant()}@kline_{c.Interval}");
        return new($"{options.Address.AbsoluteUri.TrimEnd('/')}/stream?streams={string.Join('/', streams)}");
    }
}
