using System.Text.Json.Serialization;

namespace Ratchet.Storage.Models;

/// <summary>Generated JSON of the metadata in a model file.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(MetadataDocument))]
internal sealed partial class MetadataJson : JsonSerializerContext;
