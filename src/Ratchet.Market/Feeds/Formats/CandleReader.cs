using System.Runtime.InteropServices;
using System.Text.Json;

namespace Ratchet.Market.Feeds.Formats;

/// <summary>
/// Candles in JSON: a list of lists. Twelve elements are Binance's klines (time, open, high, low, close, volume, close time, quote volume, trades, taker
/// volume ...). Six are time and, in the order that alone makes every high the highest and every low the lowest price of its row, open, close, high, low
/// (Bitfinex), open, high, low, close (most others) or low, high, open, close (Coinbase), then volume.
/// </summary>
internal static class CandleReader
{
    private const int BinanceColumns = 12;
    private const int PlainColumns = 6;
    private const long LongestFile = 256L << 20;

    /// <summary>Where open, high, low and close are.</summary>
    private static readonly (string Name, int[] Columns)[] Orders =
    [
        ("open, high, low, close", [1, 2, 3, 4]),
        ("open, close, high, low", [1, 3, 4, 2]),
        ("low, high, open, close", [3, 2, 1, 4]),
    ];

    public static void Read(SourceJob job)
    {
        var (rows, descending, _, _) = ReadAll(job.Path, job.CancellationToken);
        var sink = job.Sink;
        var bars = new BarBuffer(sink, new(), rows.HasTrades, rows.HasTrades);
        rows.CopyTo(bars.Add, descending && sink.Limit == int.MaxValue);
        bars.Flush();
    }

    /// <summary>All candles of a file, whether they run from the newest to the oldest, the unit of their times and the order of their prices.</summary>
    public static (Candles Rows, bool IsDescending, TimeUnit Unit, string Order) ReadAll(string path, CancellationToken cancellationToken)
    {
        using var text = SourceText.Open(path);
        var bytes = Load(text);
        using var document = Parse(text.Name, bytes);
        var rows = new List<double[]>();
        var unit = TimeUnit.Milliseconds;
        foreach (var item in document.RootElement.EnumerateArray())
        {
            cancellationToken.ThrowIfCancellationRequested();
            rows.Add(Row(text.Name, item, rows.Count == 0 ? null : rows[0].Length, rows.Count + 1));
            unit = Unit(text.Name, rows, unit);
        }

        if (rows.Count == 0)
        {
            throw MarketDataException.At(text.Name, 0, null, "the list of candles is empty.", "Ask for a time at which the symbol was traded.");
        }

        var (name, order) = rows[0].Length == BinanceColumns ? Orders[0] : OrderOf(text.Name, rows);
        var candles = new Candles(rows, order, unit);
        return (candles, candles.IsDescending, unit, name);
    }

    private static byte[] Load(SourceText text)
    {
        var buffer = new byte[1 << 16];
        var length = 0;
        try
        {
            for (var read = text.Read(buffer); read > 0; read = text.Read(buffer.AsSpan(length)))
            {
                length += read;
                if (length > LongestFile)
                {
                    throw MarketDataException.At(text.Name, 0, null, $"the JSON is larger than {LongestFile >> 20} MiB.", "Split it, or export CSV, which is read in parts.");
                }

                if (length == buffer.Length)
                {
                    Array.Resize(ref buffer, buffer.Length * 2);
                }
            }
        }
        catch (Exception exception) when (exception is InvalidDataException or EndOfStreamException)
        {
            throw new MarketDataException($"{text.Name}: the {text.Compression} data is truncated or damaged: {exception.Message} Download it again.", exception);
        }

        return buffer.AsSpan(0, length).StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? buffer[3..length] : buffer[..length];
    }

    private static JsonDocument Parse(string file, byte[] bytes)
    {
        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(bytes);
        }
        catch (JsonException exception)
        {
            throw new MarketDataException($"{file}: the text is no whole JSON: {exception.Message} It is cut off or damaged; download it again.", exception);
        }

        if (document.RootElement.ValueKind == JsonValueKind.Array)
        {
            return document;
        }

        document.Dispose();
        throw MarketDataException.At(
            file, 0, null, $"'{JsonLines.Short(bytes)}' is JSON of no known layout.", "Known are lists of candles as Binance and Bitfinex answer; an exchange's error message holds no data.");
    }

    private static double[] Row(string file, JsonElement item, int? columns, int number)
    {
        var count = item.ValueKind == JsonValueKind.Array ? item.GetArrayLength() : 0;
        if (count is not (BinanceColumns or PlainColumns) || (columns is { } expected && count != expected))
        {
            throw MarketDataException.At(
                file,
                0,
                null,
                $"candle {number}, '{JsonLines.Short(JsonMarshal.GetRawUtf8Value(item))}', is no list of {columns?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "12 or 6"} elements.",
                "Known are lists of candles as Binance and Bitfinex answer.");
        }

        var row = new double[count];
        for (var c = 0; c < count; c++)
        {
            var text = JsonMarshal.GetRawUtf8Value(item[c]).Trim((byte)'"');
            row[c] = NumberText.TryParse(text, out var value)
                ? value
                : throw MarketDataException.At(file, 0, null, $"element {c + 1} of candle {number}, '{JsonLines.Short(text)}', is no finite number.", "Download the file again.");
        }

        return row;
    }

    private static TimeUnit Unit(string file, List<double[]> rows, TimeUnit before)
    {
        var time = rows[^1][0];
        var unit = time switch
        {
            >= 1e8 and < 1e11 => TimeUnit.Seconds,
            >= 1e11 and < 1e14 => TimeUnit.Milliseconds,
            >= 1e14 and < 1e17 => TimeUnit.Microseconds,
            _ => TimeUnit.Text,
        };
        return unit != TimeUnit.Text && (rows.Count == 1 || unit == before) && time == Math.Floor(time)
            ? unit
            : throw MarketDataException.At(
                file, 0, null, $"candle {rows.Count} has the time {time:R}, which is no time since 1970 in the unit of the others.", "Write all times in seconds, milliseconds or microseconds.");
    }

    private static (string Name, int[] Columns) OrderOf(string file, List<double[]> rows)
    {
        var fitting = Orders.Where(o => rows.All(r => Fits(r, o.Columns))).ToArray();
        if (fitting.Length == 1)
        {
            return fitting[0];
        }

        var problem = fitting.Length == 0
            ? "no known order of the prices makes every high the highest and every low the lowest of its candle."
            : $"the order of the prices cannot be told: {string.Join(" and ", fitting.Select(f => $"'{f.Name}'"))} fit every candle.";
        throw MarketDataException.At(file, 0, null, problem, "Export CSV with a header, or give more candles of a time with trades.");
    }

    private static bool Fits(double[] row, int[] order)
    {
        var (open, high, low, close) = (row[order[0]], row[order[1]], row[order[2]], row[order[3]]);
        return high >= open && high >= close && high >= low && low <= open && low <= close;
    }
}
