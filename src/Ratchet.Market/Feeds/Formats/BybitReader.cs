using System.Runtime.InteropServices;
using System.Text.Json;

namespace Ratchet.Market.Feeds.Formats;

/// <summary>
/// Bybit's order book archive: a line a message, a snapshot first, then changes, numbered without holes by <c>data.u</c> (a snapshot begins anew). Every
/// message gives one row of the best levels at <c>ts</c>, when the exchange sent it.
/// </summary>
internal static class BybitReader
{
    public static void Read(SourceJob job)
    {
        using var text = SourceText.Open(job.Path);
        var source = new LineSource(text);
        var bids = new BookSideLevels(isBid: true);
        var asks = new BookSideLevels(isBid: false);
        BookBuffer? rows = null;
        string? symbol = null;
        long? update = null;
        while (source.TryRead(out var line))
        {
            job.CancellationToken.ThrowIfCancellationRequested();
            if (line.Trim(" \t"u8).IsEmpty)
            {
                continue;
            }

            using var document = JsonLines.Parse(source, line);
            var root = document.RootElement;
            var data = JsonLines.Field(source, root, "data");
            var isSnapshot = JsonLines.Is(JsonLines.Field(source, root, "type"), "snapshot"u8);
            symbol = CheckSymbol(source, symbol, JsonLines.Text(source, JsonLines.Field(source, data, "s"), "s"));
            update = CheckUpdate(source, update, JsonLines.Whole(source, JsonLines.Field(source, data, "u"), "u"), isSnapshot);
            if (isSnapshot)
            {
                bids.Clear();
                asks.Clear();
            }

            Apply(source, bids, JsonLines.Field(source, data, "b"), "b");
            Apply(source, asks, JsonLines.Field(source, data, "a"), "a");
            rows ??= new(job.Sink, new() { Instrument = symbol }, job.Options.BookDepth);
            rows.Begin(JsonLines.Milliseconds(source, root, "ts"), source);
            for (var level = 0; level < rows.Depth; level++)
            {
                if (level < bids.Count)
                {
                    rows.SetBid(level, bids.Price(level), bids.Size(level));
                }

                if (level < asks.Count)
                {
                    rows.SetAsk(level, asks.Price(level), asks.Size(level));
                }
            }
        }

        rows?.Flush();
    }

    private static string CheckSymbol(LineSource source, string? symbol, string own) =>
        symbol is null || symbol == own ? own : throw source.Error("s", $"'{own}' after '{symbol}': the file mixes symbols.", "Split the file by symbol and import each part.");

    private static long CheckUpdate(LineSource source, long? update, long own, bool isSnapshot) =>
        isSnapshot || own == update + 1
            ? own
            : throw source.Error(
                "u",
                update is null ? "the file begins with a change, not with a snapshot." : $"update {own} follows {update}: messages are missing, so the book is not known.",
                "Download the file again; where the archive itself has the hole, cut the file there.");

    private static void Apply(LineSource source, BookSideLevels side, JsonElement levels, string name)
    {
        foreach (var level in JsonLines.Items(source, levels, name))
        {
            if (level.ValueKind != JsonValueKind.Array || level.GetArrayLength() != 2)
            {
                throw source.Error(name, $"'{JsonLines.Short(JsonMarshal.GetRawUtf8Value(level))}' is no pair of price and size.", "The file is of another version or kind than expected.");
            }

            side.Set(JsonLines.Number(source, level[0], name), JsonLines.Number(source, level[1], name));
        }
    }
}
