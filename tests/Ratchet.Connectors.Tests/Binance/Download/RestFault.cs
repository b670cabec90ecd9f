using System.Collections.Concurrent;
using System.Text;
using System.Text.RegularExpressions;
using Ratchet.Testing.Exchange;

namespace Ratchet.Connectors.Tests.Binance.Download;

/// <summary>One way in which a REST answer goes wrong.</summary>
internal sealed record RestFault(string Name, Func<RestReply, ManualTime, Task> Play, int Times = 1, double WaitsSeconds = double.NaN, bool IsRefused = true)
{
    /// <summary>Faults of any answer with rows.</summary>
    public static IReadOnlyList<RestFault> OfRows { get; } =
    [
        new("429, Retry-After 7 s", (r, _) => r.StatusAsync(429, "{\"code\":-1003,\"msg\":\"Too many requests.\"}", "Retry-After: 7\r\n"), 1, 7),
        new("429 twice without Retry-After", (r, _) => r.StatusAsync(429), 2),
        new("418, Retry-After 120 s", (r, _) => r.StatusAsync(418, "{\"code\":-1003,\"msg\":\"Banned.\"}", "Retry-After: 120\r\n"), 1, 120),
        new("500", (r, _) => r.StatusAsync(500)),
        new("502 with a proxy's page", (r, _) => r.SendAsync(RestReply.Answer(502, "<html>bad gateway</html>"u8.ToArray(), "text/html"))),
        new("503, Retry-After 3 s", (r, _) => r.StatusAsync(503, headers: "Retry-After: 3\r\n"), 1, 3),
        new("504 five times in a row", (r, _) => r.StatusAsync(504), 5),
        new("truncated JSON, whole HTTP", (r, _) => r.SendAsync(RestReply.Answer(200, r.Body[..(r.Body.Length * 2 / 3)]))),
        new("body shorter than Content-Length", (r, _) => r.SendAsync(RestReply.Answer(200, r.Body[..(r.Body.Length / 2)], length: r.Body.Length))),
        new("status 200 with text/html", (r, _) => r.SendAsync(RestReply.Answer(200, "<html>busy</html>"u8.ToArray(), "text/html"))),
        new("JSON of another shape", (r, _) => r.SendAsync(RestReply.Answer(200, "{\"rows\":[]}"u8.ToArray()))),
        new("a row twice", (r, _) => r.SendAsync(Changed(r, rows => [rows[0], .. rows]))),
        new("rows in wrong order", (r, _) => r.SendAsync(Changed(r, rows => [.. rows.Reverse()]))),
        new("a price that is no number", (r, _) => r.SendAsync(Changed(r, rows => [Regex.Replace(rows[0], "\"[0-9]", "\"x"), .. rows[1..]]))),
        new("slow body until the time limit", StallAsync),
        new("no answer until the time limit", (r, c) => StallAsync(r, c, 0)),
        new("connection reset before the answer", (r, _) => r.CutAfterAsync(0)),
        new("connection reset amid the body", (r, _) => r.CutAfterAsync(r.Good.Length - (r.Body.Length / 2))),
        new("something else than HTTP", (r, _) => r.SendAsync("\0\u0001\u0002 garbage \r\n\r\n"u8.ToArray())),
    ];

    /// <summary>Faults of bars.</summary>
    public static IReadOnlyList<RestFault> All { get; } =
    [
        .. OfRows,
        new("a row off the grid", (r, _) => r.SendAsync(Changed(r, rows => [rows[0].Replace("0000,\"", "0001,\"", StringComparison.Ordinal), .. rows[1..]]))),
        new("a row with low above high", (r, _) => r.SendAsync(Changed(r, rows => [Swapped(rows[0]), .. rows[1..]]))),
    ];

    /// <summary>Faults of trades.</summary>
    public static IReadOnlyList<RestFault> OfTrades { get; } =
    [
        .. OfRows,
        new("a trade that was not asked for", (r, _) => r.SendAsync(Changed(r, rows => [rows[0].Replace("\"a\":5", "\"a\":4", StringComparison.Ordinal), .. rows[1..]]))),
        new("a trade with a price of 0", (r, _) => r.SendAsync(Changed(r, rows => [Regex.Replace(rows[0], "\"p\":\"[^\"]*\"", "\"p\":\"0.00000000\""), .. rows[1..]]))),
        new("a trade without its side", (r, _) => r.SendAsync(Changed(r, rows => [Regex.Replace(rows[0], "\"m\":[a-z]*,", string.Empty), .. rows[1..]]))),
        new("a trade left out", (r, _) => r.SendAsync(Changed(r, rows => [.. rows[1..]])), IsRefused: false),
    ];

    public void Schedule(FakeExchange exchange, ManualTime clock, int rightAnswersBefore) => Schedule(exchange.KlineFaults, clock, rightAnswersBefore);

    public void Schedule(ConcurrentQueue<Func<RestReply, Task>?> faults, ManualTime clock, int rightAnswersBefore)
    {
        for (var i = 0; i < rightAnswersBefore; i++)
        {
            faults.Enqueue(null);
        }

        for (var i = 0; i < Times; i++)
        {
            faults.Enqueue(r => Play(r, clock));
        }
    }

    private static Task StallAsync(RestReply reply, ManualTime clock) => StallAsync(reply, clock, reply.Good.Length - 20);

    private static async Task StallAsync(RestReply reply, ManualTime clock, int bytes)
    {
        await reply.SendAsync(reply.Good.AsMemory(0, bytes));
        clock.Advance(TimeSpan.FromSeconds(11));
        await reply.GoneAsync();
    }

    private static byte[] Changed(RestReply reply, Func<string[], string[]> change)
    {
        var rows = Regex.Matches(Encoding.UTF8.GetString(reply.Body)[1..^1], @"[\[{][^\]}]*[\]}]").Select(m => m.Value).ToArray();
        return RestReply.Answer(200, Encoding.UTF8.GetBytes($"[{string.Join(',', change(rows))}]"));
    }

    private static string Swapped(string row)
    {
        var cells = row.Split(',');
        (cells[2], cells[3]) = (cells[3], cells[2]);
        return string.Join(',', cells);
    }
}
