using System.Text.Json;
using System.Text.Json.Serialization;

namespace Ratchet.Hosting.Configuration;

/// <summary>How the configuration is written as JSON.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    WriteIndented = true,
    UseStringEnumConverter = true,
    ReadCommentHandling = JsonCommentHandling.Skip,
    AllowTrailingCommas = true,
    IgnoreReadOnlyProperties = true,
    RespectNullableAnnotations = true,
    NumberHandling = JsonNumberHandling.Strict,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    Converters = [typeof(TimeFrameConverter), typeof(MaxFeaturesConverter)])]
[JsonSerializable(typeof(RatchetConfiguration))]
internal sealed partial class ConfigurationJson : JsonSerializerContext;
