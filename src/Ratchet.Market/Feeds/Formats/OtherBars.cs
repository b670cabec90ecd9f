using Ratchet.Market.Instruments;

namespace Ratchet.Market.Feeds.Formats;

/// <summary>Bars of files that are no CSV: candles in JSON and LEAN's zips.</summary>
internal static class OtherBars
{
    /// <summary>Whether a file is one of these. False where it cannot be opened: whoever opens it next says why.</summary>
    public static bool IsOther(string path)
    {
        if (ZipEntries.IsZip(path) && LeanReader.Entries(path) is not null)
        {
            return true;
        }

        try
        {
            using var text = SourceText.Open(path);
            Span<byte> head = stackalloc byte[64];
            head = head[..text.ReadHead(head)];
            head = head.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? head[3..] : head;
            return head.TrimStart(" \t\r\n"u8) is [(byte)'[' or (byte)'{', ..];
        }
        catch (MarketDataException)
        {
            // The reader that opens the file next meets the same error and reports it with its place.
            return false;
        }
    }

    public static BarCsvSummary Read(string path, BarCsvOptions options, Action<BarChunk> onChunk, CancellationToken cancellationToken) =>
        ZipEntries.IsZip(path) && LeanReader.Entries(path) is { } entries
            ? ReadLean(path, entries, options, onChunk, cancellationToken)
            : ReadCandles(path, onChunk, cancellationToken);

    private static BarCsvSummary ReadCandles(string path, Action<BarChunk> onChunk, CancellationToken cancellationToken)
    {
        var (rows, isDescending, unit, order) = CandleReader.ReadAll(path, cancellationToken);
        var chunk = new BarChunk(rows.HasTrades, rows.HasTrades);
        rows.CopyTo(
            (long time, in PriceRow row, int line) =>
            {
                chunk.Add(time, row, line);
                if (chunk.Count == BarChunk.Rows)
                {
                    onChunk(chunk);
                    chunk.Count = 0;
                }
            },
            reversed: false);
        if (chunk.Count > 0)
        {
            onChunk(chunk);
        }

        return new(path, rows.Count, null, unit, isDescending, [$"JSON candles, prices in the order {order}; lines are counted as candles"]);
    }

    private static BarCsvSummary ReadLean(string path, LeanEntry[] entries, BarCsvOptions options, Action<BarChunk> onChunk, CancellationToken cancellationToken)
    {
        if (entries.FirstOrDefault(e => e.Kind != "TRADE" || e.Resolution == "TICK") is { } other)
        {
            throw MarketDataException.At(path, 0, null, $"the zip holds LEAN's {other.Resolution.ToLowerInvariant()} {other.Kind.ToLowerInvariant()} data, which are no bars.", "Give a zip of minute or second trades.");
        }

        SourcePart? found = null;
        var names = new List<string>();
        var sink = new PartSink(int.MaxValue, part =>
        {
            names.Add(part.Name ?? "(no contract)");
            found = options.Part is null || part.Name == options.Part ? part : found;
        });
        LeanReader.Read(new(path, new() { LeanMarket = options.LeanMarket }, sink, cancellationToken));
        if (found?.Bars is not { } bars || (options.Part is null && names.Count > 1) || (options.Part is not null && found.Name != options.Part))
        {
            throw MarketDataException.At(path, 0, null, $"the zip holds the contracts {string.Join(", ", names)}.", "Say which one is wanted by the option Part.");
        }

        var order = new BarOrder();
        order.Follow(bars.OpenTime);
        Give(bars, onChunk);
        return new(
            path, bars.Count, Symbol.TryParse(found.Instrument, out var symbol) ? symbol : null, TimeUnit.Milliseconds, order.IsDescending, [$"LEAN zip, contract {found.Name ?? "none"}"]);
    }

    private static void Give(RawBars bars, Action<BarChunk> onChunk)
    {
        var chunk = new BarChunk(hasTrades: false, hasTaker: false);
        for (var i = 0; i < bars.Count; i++)
        {
            chunk.Add(bars.OpenTime[i], new(bars.Open[i], bars.High[i], bars.Low[i], bars.Close[i], bars.Volume[i], double.NaN, double.NaN), bars.Line[i]);
            if (chunk.Count == BarChunk.Rows || i == bars.Count - 1)
            {
                onChunk(chunk);
                chunk.Count = 0;
            }
        }
    }
}
