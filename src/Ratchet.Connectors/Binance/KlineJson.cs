using System.Globalization;
using System.Text.Json;
using Ratchet.Market.Time;

namespace Ratchet.Connectors.Binance;

/// <summary>Reads the REST interface's answers. Every deviation is a <see cref="JsonException"/> that says what and where.</summary>
internal static class KlineJson
{
    private const NumberStyles Decimal = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;

    /// <summary>The rows of an answer: on the grid, rising, in the range asked for, each sound.</summary>
    /// <param name="json">An array of arrays of 12 elements.</param>
    /// <param name="timeFrame">The length of a bar.</param>
    /// <param name="range">Where opening times must lie.</param>
    /// <param name="limit">The most rows.</param>
    public static List<KlineRow> ReadRows(ReadOnlySpan<byte> json, TimeFrame timeFrame, TimeRange range, int limit)
    {
        var reader = new Utf8JsonReader(json);
        Expect(ref reader, JsonTokenType.StartArray);
        var rows = new List<KlineRow>();
        while (Next(ref reader) != JsonTokenType.EndArray)
        {
            if (reader.TokenType != JsonTokenType.StartArray)
            {
                throw new JsonException($"row {rows.Count} is no array but {reader.TokenType}");
            }

            var row = ReadRow(ref reader);
            var problem = KlineRules.Problem(row, timeFrame)
                ?? (range.Contains(row.Bar.OpenTime) ? null : $"the bar of {UtcTime.Format(row.Bar.OpenTime)} was not asked for")
                ?? (rows.Count > 0 && row.Bar.OpenTime <= rows[^1].Bar.OpenTime ? $"the bar of {UtcTime.Format(row.Bar.OpenTime)} comes twice or out of order" : null)
                ?? (rows.Count == limit ? $"there are more than the {limit} rows asked for" : null);
            if (problem is not null)
            {
                throw new JsonException($"row {rows.Count}: {problem}");
            }

            rows.Add(row);
        }

        if (reader.Read())
        {
            throw new JsonException("there is something after the rows");
        }

        return rows;
    }

    /// <summary>The time in <c>{"serverTime":1499827319559}</c>.</summary>
    public static long ReadServerTime(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        Expect(ref reader, JsonTokenType.StartObject);
        while (Next(ref reader) == JsonTokenType.PropertyName)
        {
            var isTime = Is(ref reader, "serverTime"u8);
            Next(ref reader);
            if (isTime && reader.TokenType == JsonTokenType.Number && reader.TryGetInt64(out var time))
            {
                return time;
            }

            reader.Skip();
        }

        throw new JsonException("there is no serverTime");
    }

    /// <summary>Reads <c>{"code":-1121,"msg":"Invalid symbol."}</c>, or gives null where the text is none.</summary>
    public static (int Code, string Message)? ReadError(ReadOnlySpan<byte> json)
    {
        try
        {
            var reader = new Utf8JsonReader(json);
            Expect(ref reader, JsonTokenType.StartObject);
            int? code = null;
            var message = string.Empty;
            while (Next(ref reader) == JsonTokenType.PropertyName)
            {
                var isCode = Is(ref reader, "code"u8);
                var isMessage = Is(ref reader, "msg"u8);
                Next(ref reader);
                if (isCode && reader.TokenType == JsonTokenType.Number && reader.TryGetInt32(out var number))
                {
                    code = number;
                }
                else if (isMessage && reader.TokenType == JsonTokenType.String)
                {
                    message = ReadText(ref reader, "msg");
                }
                else
                {
                    reader.Skip();
                }
            }

            return code is { } known ? (known, message) : null;
        }
        catch (JsonException)
        {
            // A proxy's page, not the exchange's error: the caller shows the status instead.
            return null;
        }
    }

    /// <summary>A decimal in a string, as the nearest double.</summary>
    public static double ReadDecimal(ref Utf8JsonReader reader, string name)
    {
        if (reader.TokenType == JsonTokenType.String && !reader.ValueIsEscaped
            && double.TryParse(reader.ValueSpan, Decimal, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value))
        {
            return value;
        }

        throw new JsonException($"{name} is no decimal in a string");
    }

    /// <summary>Whether a name or a string is this text, written without escapes: the reader throws where it compares half of an escaped character.</summary>
    public static bool Is(ref Utf8JsonReader reader, ReadOnlySpan<byte> text) => !reader.ValueIsEscaped && reader.ValueTextEquals(text);

    /// <summary>The text of a string.</summary>
    public static string ReadText(ref Utf8JsonReader reader, string name)
    {
        try
        {
            return reader.TokenType == JsonTokenType.String ? reader.GetString()! : throw new JsonException($"{name} is no text");
        }
        catch (InvalidOperationException exception)
        {
            // The reader checks neither UTF-8 inside strings nor that escaped surrogates come in pairs.
            throw new JsonException($"{name} holds bytes that are no UTF-8, or half of an escaped character", exception);
        }
    }

    /// <summary>A whole number.</summary>
    public static long ReadInteger(ref Utf8JsonReader reader, string name) =>
        reader.TokenType == JsonTokenType.Number && reader.TryGetInt64(out var value) ? value : throw new JsonException($"{name} is no whole number");

    /// <summary>The next token; the end of the text is an error.</summary>
    public static JsonTokenType Next(ref Utf8JsonReader reader) => reader.Read() ? reader.TokenType : throw new JsonException("the text ends too early");

    private static KlineRow ReadRow(ref Utf8JsonReader reader)
    {
        var openTime = NextInteger(ref reader, "open time");
        var open = NextDecimal(ref reader, "open");
        var high = NextDecimal(ref reader, "high");
        var low = NextDecimal(ref reader, "low");
        var close = NextDecimal(ref reader, "close");
        var volume = NextDecimal(ref reader, "volume");
        var closeTime = NextInteger(ref reader, "close time");
        NextDecimal(ref reader, "quote volume");
        var trades = NextInteger(ref reader, "trades");
        var takerBuy = NextDecimal(ref reader, "taker-buy volume");
        NextDecimal(ref reader, "taker-buy quote volume");
        Next(ref reader);
        reader.Skip();
        Expect(ref reader, JsonTokenType.EndArray);
        return new(new(openTime, open, high, low, close, volume, trades, takerBuy), closeTime);
    }

    private static double NextDecimal(ref Utf8JsonReader reader, string name)
    {
        Next(ref reader);
        return ReadDecimal(ref reader, name);
    }

    private static long NextInteger(ref Utf8JsonReader reader, string name)
    {
        Next(ref reader);
        return ReadInteger(ref reader, name);
    }

    private static void Expect(ref Utf8JsonReader reader, JsonTokenType type)
    {
        if (Next(ref reader) != type)
        {
            throw new JsonException($"{type} was expected, {reader.TokenType} came");
        }
    }
}
