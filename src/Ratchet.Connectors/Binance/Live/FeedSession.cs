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
    IStreamContent content,
    ChannelWriter<FeedEvent> writer)
{
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
        var address = new Uri($"{options.Address.AbsoluteUri.TrimEnd('/')}/stream?streams={content.Streams}");
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
        await content.CatchUpAsync(cancellationToken);
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
            var askedAt = clock.GetTimestamp();
            await content.AskForOverdueAsync(cancellationToken);
            asking += clock.GetElapsedTime(askedAt);

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
                var overdue = TimeSpan.FromMilliseconds(Math.Max(1, content.OverdueAt - rest.Clock.Now));
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
        if (await content.HearAsync(json, cancellationToken))
        {
            malformedInARow = 0;
            hasHeard = true;
            return;
        }

        tally.Count(c => c with { Malformed = c.Malformed + 1 });
        if (++malformedInARow >= options.MostMalformedInARow)
        {
            malformedInARow = 0;
            throw new IOException($"{options.MostMalformedInARow} messages in a row could not be read");
        }
    }
}
