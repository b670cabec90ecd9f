using System.Text.Json.Serialization;
using Ratchet.Adaptation.Selection;

namespace Ratchet.Storage.State;

/// <summary>Generated JSON of states and profiles.</summary>
[JsonSourceGenerationOptions(
    WriteIndented = true,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    IgnoreReadOnlyProperties = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true)]
[JsonSerializable(typeof(SelectorState))]
[JsonSerializable(typeof(ProfileDocument))]
[JsonSerializable(typeof(AdaptiveSnapshot))]
[JsonSerializable(typeof(string))]
internal sealed partial class StateJson : JsonSerializerContext;
