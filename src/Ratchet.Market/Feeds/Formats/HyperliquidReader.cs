using System.Buffers.Text;
using System.Runtime.InteropServices;
using System.Text.Json;
using Ratchet.Market.Ticks;

namespace Ratchet.Market.Feeds.Formats;

/// <summary>
/// A recording of Hyperliquid's messages: lines of receive time in nanoseconds and JSON of the channels <c>l2Book</c> (a whole book) and <c>trades</c>.
/// Rows have the receive time, when the recorder knew them; without one, the message's own. Other channels are ignored.
/// </summary>
internal static class HyperliquidReader
{
    public static void Read(SourceJob job)
    {
        using var text = SourceText.Open(job.Path);
        var source = new LineSource(text);
        BookBuffer? book = null;
        TradeBuffer? trades = null;
        string? coin = null;
        while (source.TryRead(out var line))
        {
            job.CancellationToken.ThrowIfCancellationRequested();
            line = line.Trim(" \t"u8);
            if (line.IsEmpty)
            {
                continue;
            }

            long? received = null;
            if (Utf8Parser.TryParse(line, out long time, out var used) && used < line.Length && line[used] == ' ')
            {
                received = time;
                line = line[(used + 1)..];
            }

            using var document = JsonLines.Parse(source, line);
            var channel = JsonLines.Field(source, document.RootElement, "channel");
            if (JsonLines.Is(channel, "l2Book"u8))
            {
                var data = JsonLines.Field(source, document.RootElement, "data");
                coin = CheckCoin(source, coin, data);
                book ??= new(job.Sink, new() { Instrument = coin }, job.Options.BookDepth);
                AddBook(source, book, data, received);
            }
            else if (JsonLines.Is(channel, "trades"u8))
            {
                foreach (var trade in JsonLines.Items(source, JsonLines.Field(source, document.RootElement, "data"), "data"))
                {
                    coin = CheckCoin(source, coin, trade);
                    trades ??= new(job.Sink, new() { Instrument = coin });
                    AddTrade(source, trades, trade, received);
                }
            }
        }

        book?.Flush();
        trades?.Flush();
    }

    private static string CheckCoin(LineSource source, string? coin, JsonElement data)
    {
        var own = JsonLines.Text(source, JsonLines.Field(source, data, "coin"), "coin");
        return coin is null || coin == own ? own : throw source.Error("coin", $"'{own}' after '{coin}': the file mixes symbols.", "Split the file by coin and import each part.");
    }

    private static void AddBook(LineSource source, BookBuffer book, JsonElement data, long? received)
    {
        var levels = JsonLines.Field(source, data, "levels");
        if (levels.ValueKind != JsonValueKind.Array || levels.GetArrayLength() != 2)
        {
            throw source.Error("levels", "the book has not two sides.", "The file is of another version or kind than expected.");
        }

        book.Begin(received ?? JsonLines.Milliseconds(source, data, "time"), source);
        for (var side = 0; side < 2; side++)
        {
            var level = 0;
            foreach (var item in JsonLines.Items(source, levels[side], "levels"))
            {
                if (level == book.Depth)
                {
                    break;
                }

                var price = JsonLines.Number(source, JsonLines.Field(source, item, "px"), "px");
                var size = JsonLines.Number(source, JsonLines.Field(source, item, "sz"), "sz");
                if (side == 0)
                {
                    book.SetBid(level++, price, size);
                }
                else
                {
                    book.SetAsk(level++, price, size);
                }
            }
        }
    }

    private static void AddTrade(LineSource source, TradeBuffer trades, JsonElement trade, long? received)
    {
        var side = JsonLines.Field(source, trade, "side");
        trades.Add(
            received ?? JsonLines.Milliseconds(source, trade, "time"),
            JsonLines.Number(source, JsonLines.Field(source, trade, "px"), "px"),
            JsonLines.Number(source, JsonLines.Field(source, trade, "sz"), "sz"),
            JsonLines.Is(side, "B"u8) ? AggressorSide.Buy : JsonLines.Is(side, "A"u8) ? AggressorSide.Sell : throw source.Error("side", $"'{JsonLines.Short(JsonMarshal.GetRawUtf8Value(side))}' is no side.", "Hyperliquid writes B or A."),
            source);
    }
}
