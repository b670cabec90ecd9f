using System.Buffers.Binary;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;

namespace Ratchet.Testing.Exchange;

/// <summary>The exchange's end of one WebSocket connection (RFC 6455), with every liberty to misbehave.</summary>
public sealed class FeedConnection(Socket socket, string target, string key)
{
    public const int Text = 1;
    public const int Binary = 2;
    public const int Close = 8;
    public const int Ping = 9;
    public const int Pong = 10;

    private readonly TaskCompletionSource closed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<byte[]> pong = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Path and query.</summary>
    public string Target => target;

    /// <summary>Completes when the client has gone.</summary>
    public Task Gone => closed.Task;

    /// <summary>The first answer to a ping.</summary>
    public Task<byte[]> Ponged => pong.Task;

    /// <summary>The code of the client's close frame, or null.</summary>
    public int? CloseCode { get; private set; }

    public byte[] Handshake
    {
        get
        {
#pragma warning disable CA5350 // The protocol prescribes SHA-1 here; nothing is protected by it.
            var accept = Convert.ToBase64String(SHA1.HashData(Encoding.ASCII.GetBytes(key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11")));
#pragma warning restore CA5350
            return Encoding.ASCII.GetBytes($"HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: {accept}\r\n\r\n");
        }
    }

    public static byte[] Frame(int opcode, ReadOnlySpan<byte> payload, bool isLast = true)
    {
        var first = (byte)((isLast ? 0x80 : 0) | opcode);
        if (payload.Length < 126)
        {
            return [first, (byte)payload.Length, .. payload];
        }

        Span<byte> length = stackalloc byte[2];
        BinaryPrimitives.WriteUInt16BigEndian(length, checked((ushort)payload.Length));
        return [first, 126, .. length, .. payload];
    }

    public static byte[] Frame(string text) => Frame(Text, Encoding.UTF8.GetBytes(text));

    /// <summary>Begins to read what the client sends; completes when it has gone.</summary>
    public async Task ListenAsync()
    {
        try
        {
            using var stream = new NetworkStream(socket, ownsSocket: false);
            while (true)
            {
                var head = new byte[2];
                await stream.ReadExactlyAsync(head);
                var content = new byte[4 + (head[1] & 0x7F)];
                await stream.ReadExactlyAsync(content);
                for (var i = 4; i < content.Length; i++)
                {
                    content[i] ^= content[i % 4];
                }

                var opcode = head[0] & 0x0F;
                if (opcode == Pong)
                {
                    pong.TrySetResult(content[4..]);
                }
                else if (opcode == Close)
                {
                    CloseCode = content.Length >= 6 ? BinaryPrimitives.ReadUInt16BigEndian(content.AsSpan(4)) : 0;
                    break;
                }
            }
        }
        catch (Exception exception) when (exception is IOException or ObjectDisposedException or SocketException)
        {
            // Gone without a word.
        }

        closed.TrySetResult();
    }

    public Task AcceptAsync() => SendAsync(Handshake);

    public async Task SendAsync(ReadOnlyMemory<byte> bytes) => await socket.SendAsync(bytes);

    public Task SendTextAsync(string text) => SendAsync(Frame(text));

    /// <summary>Ends the connection with a reset, or orderly.</summary>
    public void Cut(bool reset = true)
    {
        if (reset)
        {
            socket.LingerState = new(true, 0);
        }

        socket.Close();
    }
}
