using System.Text.Json;
using System.Text.Json.Serialization;
using Ratchet.Market.Instruments;

namespace Ratchet.Hosting.Composition.Paper;

/// <summary>Writes symbols as their names.</summary>
internal sealed class SymbolConverter : JsonConverter<Symbol>
{
    public override Symbol Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Symbol.Parse(reader.GetString() ?? string.Empty);

    public override void Write(Utf8JsonWriter writer, Symbol value, JsonSerializerOptions options) => writer.WriteStringValue(value.Name);
}
