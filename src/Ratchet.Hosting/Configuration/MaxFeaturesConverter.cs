using System.Text.Json;
using System.Text.Json.Serialization;
using Ratchet.Learning.Forests;

namespace Ratchet.Hosting.Configuration;

/// <summary>The number of features a split looks at, as its text form.</summary>
internal sealed class MaxFeaturesConverter : JsonConverter<MaxFeatures>
{
    public override MaxFeatures Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        try
        {
            return MaxFeatures.Parse(reader.GetString() ?? string.Empty);
        }
        catch (FormatException exception)
        {
            throw new JsonException(exception.Message, exception);
        }
    }

    public override void Write(Utf8JsonWriter writer, MaxFeatures value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}
