using System.Text.Json;
using System.Text.Json.Serialization;
using Ratchet.Market.Time;

namespace Ratchet.Hosting.Configuration;

/// <summary>A time frame as its text form.</summary>
internal sealed class TimeFrameConverter : JsonConverter<TimeFrame>
{
    public override TimeFrame Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        TimeFrame.TryParse(reader.GetString(), out var frame)
            ? frame
            : throw new JsonException($"'{reader.GetString()}' is no time frame; write 1m, 15m, 1h, 4h or 1d.");

    public override void Write(Utf8JsonWriter writer, TimeFrame value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}
