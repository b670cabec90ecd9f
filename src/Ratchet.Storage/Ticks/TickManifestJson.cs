using System.Text.Json.Serialization;

namespace Ratchet.Storage.Ticks;

/// <summary>Generated JSON of the tick store's manifests.</summary>
[JsonSourceGenerationOptions(
    WriteIndented = true,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    UseStringEnumConverter = true,
    Converters = [typeof(SymbolText)])]
[JsonSerializable(typeof(TickManifest))]
internal sealed partial class TickManifestJson : JsonSerializerContext;
