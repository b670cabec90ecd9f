using System.Text.Json;
using System.Text.Json.Serialization;
using Ratchet.Market.Instruments;

namespace Ratchet.Storage.Ticks;

/// <summary>A symbol in a manifest: its name.</summary>
internal sealed class SymbolText : JsonConverter<Symbol>
{
    public override Symbol Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Symbol.TryParse(reader.TokenType == JsonTokenType.String ? reader.GetString() : null, out var symbol) ? symbol : throw new JsonException("its symbol is none");

    public override void Write(Utf8JsonWriter writer, Symbol value, JsonSerializerOptions options) => writer.WriteStringValue(value.Name);
}
