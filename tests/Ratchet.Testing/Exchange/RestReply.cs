using System.Net.Sockets;
using System.Text;

namespace Ratchet.Testing.Exchange;

/// <summary>The exchange's end of one REST request, for faults to play with.</summary>
public sealed class RestReply(Socket socket, string target, byte[] good, byte[] body)
{
    /// <summary>Path and query.</summary>
    public string Target => target;

    /// <summary>The whole right answer, headers and body.</summary>
    public byte[] Good => good;

    /// <summary>The right body.</summary>
    public byte[] Body => body;

    public static byte[] Answer(int status, byte[] body, string contentType = "application/json", string headers = "", int? length = null) =>
    [
        .. Encoding.ASCII.GetBytes(
            $"HTTP/1.1 {status} Status\r\nContent-Type: {contentType}\r\nContent-Length: {length ?? body.Length}\r\n{headers}Connection: close\r\n\r\n"),
        .. body,
    ];

    public async Task SendAsync(ReadOnlyMemory<byte> bytes) => await socket.SendAsync(bytes);

    public Task SendGoodAsync() => SendAsync(good);

    public Task StatusAsync(int status, string text = "{}", string headers = "") => SendAsync(Answer(status, Encoding.UTF8.GetBytes(text), headers: headers));

    /// <summary>Sends the first bytes of the right answer and resets the connection.</summary>
    public async Task CutAfterAsync(int bytes)
    {
        await SendAsync(good.AsMemory(0, Math.Min(bytes, good.Length)));
        socket.LingerState = new(true, 0);
        socket.Close();
    }

    /// <summary>Completes when the client has gone.</summary>
    public async Task GoneAsync()
    {
        var rest = new byte[64];
        try
        {
            while (await socket.ReceiveAsync(rest) > 0)
            {
            }
        }
        catch (SocketException)
        {
            // Gone by a reset.
        }
    }
}
