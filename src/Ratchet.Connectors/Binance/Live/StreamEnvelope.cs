using System.Text.Json;

namespace Ratchet.Connectors.Binance.Live;

/// <summary>The outside of a message of the combined stream, <c>{"stream":"...","data":{...}}</c>.</summary>
internal static class StreamEnvelope
{
    /// <summary>Reads an object at whose start the reader stands; null where it is of another kind.</summary>
    public delegate T? DataReader<T>(ref Utf8JsonReader reader)
        where T : struct;

    /// <summary>What is in a message; null where the message is of another kind.</summary>
    /// <exception cref="JsonException">The message cannot be read.</exception>
    public static T? Read<T>(ReadOnlySpan<byte> json, DataReader<T> readData)
        where T : struct
    {
        var reader = new Utf8JsonReader(json);
        if (KlineJson.Next(ref reader) != JsonTokenType.StartObject)
        {
            throw new JsonException("the message is no object");
        }

        T? content = null;
        while (KlineJson.Next(ref reader) == JsonTokenType.PropertyName)
        {
            var isData = KlineJson.Is(ref reader, "data"u8);
            if (KlineJson.Next(ref reader) == JsonTokenType.StartObject && isData)
            {
                content = readData(ref reader);
            }
            else
            {
                reader.Skip();
            }
        }

        return reader.Read() ? throw new JsonException("there is something after the message") : content;
    }
}
