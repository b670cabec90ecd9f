using System.Text.Json;

namespace Ratchet.Connectors.Binance.Live;

/// <summary>Reads messages of the combined stream, <c>{"stream":"btcusdt@kline_1m","data":{"e":"kline",...,"k":{...}}}</c>.</summary>
internal static class KlineMessageReader
{
    /// <summary>The bar of a message; null where the message is of another kind.</summary>
    /// <exception cref="JsonException">The message cannot be read.</exception>
    public static KlineMessage? Read(ReadOnlySpan<byte> json) => StreamEnvelope.Read<KlineMessage>(json, ReadData);

    private static KlineMessage? ReadData(ref Utf8JsonReader reader)
    {
        var isKline = false;
        KlineMessage? message = null;
        while (KlineJson.Next(ref reader) == JsonTokenType.PropertyName)
        {
            var isEvent = KlineJson.Is(ref reader, "e"u8);
            var isBar = KlineJson.Is(ref reader, "k"u8);
            KlineJson.Next(ref reader);
            if (isEvent && reader.TokenType == JsonTokenType.String)
            {
                isKline = KlineJson.Is(ref reader, "kline"u8);
            }
            else if (isBar && reader.TokenType == JsonTokenType.StartObject)
            {
                message = ReadBar(ref reader);
            }
            else
            {
                reader.Skip();
            }
        }

        return isKline ? message ?? throw new JsonException("the message has no bar") : null;
    }

    private static KlineMessage ReadBar(ref Utf8JsonReader reader)
    {
        string? symbol = null;
        string? interval = null;
        bool? isClosed = null;
        long? openTime = null, closeTime = null, trades = null;
        double? open = null, high = null, low = null, close = null, volume = null, takerBuy = null;
        while (KlineJson.Next(ref reader) == JsonTokenType.PropertyName)
        {
            var name = reader.HasValueSequence || reader.ValueSpan.Length != 1 ? (byte)0 : reader.ValueSpan[0];
            KlineJson.Next(ref reader);
            switch (name)
            {
                case (byte)'s': symbol = KlineJson.ReadText(ref reader, "s"); break;
                case (byte)'i': interval = KlineJson.ReadText(ref reader, "i"); break;
                case (byte)'x': isClosed = reader.TokenType is JsonTokenType.True or JsonTokenType.False ? reader.GetBoolean() : null; break;
                case (byte)'t': openTime = KlineJson.ReadInteger(ref reader, "t"); break;
                case (byte)'T': closeTime = KlineJson.ReadInteger(ref reader, "T"); break;
                case (byte)'n': trades = KlineJson.ReadInteger(ref reader, "n"); break;
                case (byte)'o': open = KlineJson.ReadDecimal(ref reader, "o"); break;
                case (byte)'h': high = KlineJson.ReadDecimal(ref reader, "h"); break;
                case (byte)'l': low = KlineJson.ReadDecimal(ref reader, "l"); break;
                case (byte)'c': close = KlineJson.ReadDecimal(ref reader, "c"); break;
                case (byte)'v': volume = KlineJson.ReadDecimal(ref reader, "v"); break;
                case (byte)'V': takerBuy = KlineJson.ReadDecimal(ref reader, "V"); break;
                default: reader.Skip(); break;
            }
        }

        return new(
            symbol ?? throw Lacks("s"),
            interval ?? throw Lacks("i"),
            new(
                new(
                    openTime ?? throw Lacks("t"),
                    open ?? throw Lacks("o"),
                    high ?? throw Lacks("h"),
                    low ?? throw Lacks("l"),
                    close ?? throw Lacks("c"),
                    volume ?? throw Lacks("v"),
                    trades ?? throw Lacks("n"),
                    takerBuy ?? throw Lacks("V")),
                closeTime ?? throw Lacks("T")),
            isClosed ?? throw Lacks("x"));
    }

    private static JsonException Lacks(string name) => new($"the bar lacks {name}");
}
