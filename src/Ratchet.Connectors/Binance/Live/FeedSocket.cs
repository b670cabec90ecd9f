using System.Net.WebSockets;

namespace Ratchet.Connectors.Binance.Live;

/// <summary>One WebSocket connection: whole text messages, fragments joined. Pings are answered below.</summary>
internal sealed class FeedSocket(BinanceFeedOptions options, TimeProvider clock) : IAsyncDisposable
{
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(1);
    private readonly ClientWebSocket socket = new();
    private Task<ReadOnlyMemory<byte>?>? receiving;
    private byte[] buffer = new byte[8192];

    public async Task ConnectAsync(Uri address, CancellationToken cancellationToken)
    {
        // No pings of our own: silence is judged by messages, with the injected clock.
        socket.Options.KeepAliveInterval = TimeSpan.Zero;
        using var timeout = new CancellationTokenSource(options.ConnectTimeout, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token);
        try
        {
            await socket.ConnectAsync(address, either.Token);
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            throw new IOException($"no handshake within {options.ConnectTimeout.TotalSeconds:0.###} s", exception);
        }
    }

    /// <summary>The next message, valid until the next call; null when the exchange closes. Only one call at a time.</summary>
    /// <exception cref="WebSocketException">The connection broke, or the protocol was violated.</exception>
    /// <exception cref="IOException">The message is too long, or not text.</exception>
    public Task<ReadOnlyMemory<byte>?> ReceiveAsync() => receiving = ReceiveOneAsync();

    /// <summary>What the exchange said when it closed.</summary>
    public string CloseReason => $"the exchange closed the connection ({(int?)socket.CloseStatus} {socket.CloseStatusDescription})".Replace(" )", ")", StringComparison.Ordinal);

    /// <summary>Says goodbye where the connection still stands, and closes it.</summary>
    public async ValueTask DisposeAsync()
    {
        if (socket.State is WebSocketState.Open or WebSocketState.CloseReceived)
        {
            using var timeout = new CancellationTokenSource(Farewell, clock);
            try
            {
                await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, timeout.Token);
            }
            catch (Exception exception) when (exception is WebSocketException or OperationCanceledException or IOException or ObjectDisposedException)
            {
                // The farewell is a courtesy; the connection ends anyway.
            }
        }

        socket.Abort();
        if (receiving is not null)
        {
            await ((Task)receiving).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        socket.Dispose();
    }

    private async Task<ReadOnlyMemory<byte>?> ReceiveOneAsync()
    {
        var length = 0;
        while (true)
        {
            if (length == buffer.Length)
            {
                Array.Resize(ref buffer, Math.Min(options.LongestMessage + 1, buffer.Length * 2));
            }

            var part = await socket.ReceiveAsync(buffer.AsMemory(length), CancellationToken.None);
            length += part.Count;
            if (part.MessageType == WebSocketMessageType.Close)
            {
                return null;
            }

            if (part.MessageType == WebSocketMessageType.Binary)
            {
                throw new IOException("a binary message came; the streams are text");
            }

            if (length > options.LongestMessage)
            {
                throw new IOException($"a message is longer than {options.LongestMessage} bytes");
            }

            if (part.EndOfMessage)
            {
                return buffer.AsMemory(0, length);
            }
        }
    }
}
