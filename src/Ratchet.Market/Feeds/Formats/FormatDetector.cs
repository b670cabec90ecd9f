using System.Text;

namespace Ratchet.Market.Feeds.Formats;

/// <summary>Finds a file's format by its first lines, and by names where lines cannot tell.</summary>
internal static class FormatDetector
{
    private const int LinesLookedAt = 6;

    public static SourceFormat Detect(string path)
    {
        if (ZipEntries.IsZip(path) && LeanReader.Entries(path) is not null)
        {
            return SourceFormat.LeanZip;
        }

        if (OtherBars.IsOther(path))
        {
            return DetectJson(path);
        }

        using var text = SourceText.Open(path);
        var source = new LineSource(text);
        string? unknown = null;
        for (var i = 0; i < LinesLookedAt && source.TryRead(out var line); i++)
        {
            if (line.Trim(" \t"u8).IsEmpty || line.StartsWith("http"u8) || line.StartsWith("www."u8))
            {
                continue;
            }

            if (unknown is null && line[0] is >= (byte)'0' and <= (byte)'9')
            {
                return OfNumbers(path, line, source);
            }

            if (OfNames(CsvTable.HeaderNames(line)) is { } format)
            {
                return format;
            }

            unknown ??= JsonLines.Short(line);
        }

        throw unknown is null
            ? source.Error(null, "the file has no lines with data.", "Download or export it again.")
            : Unknown(path, unknown);
    }

    private static MarketDataException Unknown(string path, string line)
    {
        var separator = line.Contains(',', StringComparison.Ordinal) ? null
            : line.Contains(';', StringComparison.Ordinal) ? "semicolons"
            : line.Contains('\t', StringComparison.Ordinal) ? "tabs" : null;
        return separator is null
            ? MarketDataException.At(
                path,
                0,
                null,
                $"the format of '{line}' is not known.",
                $"Known are {string.Join("; ", SourceFormat.All.Where(f => f.Refusal is null).Select(f => f.Content))}. A CSV file needs a first line that names its columns, separated by commas.")
            : MarketDataException.At(path, 0, null, $"the columns of '{line}' are separated by {separator}.", "Export the file with commas between columns and points in decimals.");
    }

    private static SourceFormat OfNumbers(string path, ReadOnlySpan<byte> line, LineSource source)
    {
        var columns = 1 + line.Count((byte)',');
        if (line.IndexOf(" {"u8) is > 0 and < 24)
        {
            return SourceFormat.Hyperliquid;
        }

        if (LobsterName.Parse(path) is not null)
        {
            return SourceFormat.Lobster;
        }

        return columns == CsvLayout.Binance.Names.Count
            ? SourceFormat.BinanceCsv
            : throw source.Error(
                null,
                $"the file has no header and {columns} columns; without one only Binance's 12 columns are known, and LOBSTER's files under their own names (SYMBOL_DATE_START_END_message_LEVELS.csv).",
                "Add a first line that names the columns, such as timestamp,open,high,low,close,volume.");
    }

    private static SourceFormat? OfNames(string[] names)
    {
        bool Has(string name) => names.Contains(name);
        bool Any(params ReadOnlySpan<string> some)
        {
            foreach (var name in some)
            {
                if (names.Contains(name))
                {
                    return true;
                }
            }

            return false;
        }

        var isBars = Any("open", "o", "open_price") && Any("high", "h", "high_price") && Any("close", "c", "close_price");
        return Has("calls") && Has("puts") && Has("strike") ? SourceFormat.CboeTable
            : Has("order_id") && Has("action") ? SourceFormat.DatabentoOrders
            : Has("order_id") && Has("event") ? SourceFormat.OrderEventCsv
            : Any("strike", "strike_price") && Any("expiration", "expiry", "expiration_date", "expiry_date") ? SourceFormat.OptionCsv
            : Any("bid_px_0", "bid_px_00") ? SourceFormat.DepthCsv
            : isBars && Has("bid") && Has("ask") ? SourceFormat.BarQuoteCsv
            : isBars || Any("open", "high", "low", "close") ? SourceFormat.BarsCsv
            : Any("price", "px", "trade_price") && Any("size", "qty", "quantity", "amount", "volume", "sz") ? SourceFormat.TradeCsv
            : Any("bid", "bid_price", "best_bid_price", "bid_px") && Any("ask", "ask_price", "best_ask_price", "ask_px") ? SourceFormat.DepthCsv
            : names.Length > 1 && Any("timestamp", "timestamp_ns", "time", "date", "datetime", "ts") ? SourceFormat.ValueCsv
            : null;
    }

    private static SourceFormat DetectJson(string path)
    {
        using var text = SourceText.Open(path);
        var head = new byte[512];
        var start = Encoding.UTF8.GetString(head.AsSpan(0, text.ReadHead(head))).TrimStart('\uFEFF', ' ', '\t', '\r', '\n');
        return start.StartsWith('[') ? SourceFormat.CandleJson
            : start.Contains("\"topic\":\"orderbook.", StringComparison.Ordinal) ? SourceFormat.BybitBook
            : start.Contains("\"channel\":", StringComparison.Ordinal) ? SourceFormat.Hyperliquid
            : throw MarketDataException.At(
                path,
                0,
                null,
                $"'{start[..Math.Min(60, start.Length)]}' is JSON of no known layout.",
                "Known are lists of candles, Bybit's order book archive and recordings of Hyperliquid; an exchange's error message holds no data.");
    }
}
