using System.Text.Json.Serialization;

namespace Ratchet.Storage.Models;

/// <summary>Generated JSON of the manifest beside a trained ensemble. NaN is null.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    WriteIndented = true,
    UseStringEnumConverter = true,
    IgnoreReadOnlyProperties = true,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(EnsembleDocument))]
internal sealed partial class EnsembleJson : JsonSerializerContext;
