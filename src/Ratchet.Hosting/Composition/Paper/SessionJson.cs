using System.Text.Json;
using System.Text.Json.Serialization;
using Ratchet.Hosting.Configuration;

namespace Ratchet.Hosting.Composition.Paper;

/// <summary>How a session's files are written as JSON.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    WriteIndented = true,
    UseStringEnumConverter = true,
    IgnoreReadOnlyProperties = true,
    RespectNullableAnnotations = true,
    NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    Converters = [typeof(TimeFrameConverter), typeof(SymbolConverter)])]
[JsonSerializable(typeof(SessionSetup))]
[JsonSerializable(typeof(SessionReport))]
internal sealed partial class SessionJson : JsonSerializerContext;
