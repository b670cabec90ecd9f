using System.Security.Cryptography;
using System.Text.Json;

namespace Ratchet.Features.Sets;

/// <summary>
/// Which features a model is given, in which order. Written as JSON (<c>feature_config.json</c>):
/// <c>{ "name": "momentum", "features": ["rsi_14", "ema_ratio_5_34", { "name": "rsi", "period": 28, "timeframe": "4h" }] }</c>; comments and trailing commas
/// are allowed. Each feature is kept as its identifier (<see cref="FeatureName"/>), here <c>rsi_28@4h</c>, however it was written.
/// </summary>
public sealed record FeatureSet
{
    /// <summary>
    /// Rises when the meaning of any feature's numbers changes, so that stored columns and models of an older meaning are not taken for new
    /// ones.
    /// </summary>
    public const int DefinitionVersion = 1;

    private static readonly JsonDocumentOptions Reading = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <summary>A set of features.</summary>
    /// <param name="name">What people call it; not part of the content hash.</param>
    /// <param name="features">Names, each once, at least one; the order is that of the columns.</param>
    /// <exception cref="ArgumentException">The name is blank, there is no feature, or one is blank or named twice.</exception>
    public FeatureSet(string name, IReadOnlyList<string> features)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        if (features.Count == 0)
        {
            throw new ArgumentException($"Feature set '{name}' names no feature; it needs at least one.", nameof(features));
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        string[] identifiers = [.. features.Select(f => f is null ? string.Empty : FeatureName.Normalise(f))];
        foreach (var feature in identifiers)
        {
            if (string.IsNullOrWhiteSpace(feature) || !seen.Add(feature))
            {
                throw new ArgumentException($"Feature set '{name}' names '{feature}' twice, or blank; each feature must be named once.", nameof(features));
            }
        }

        Name = name;
        Features = identifiers;
        ContentHash = Hash(Features);
    }

    /// <summary>What people call it.</summary>
    public string Name { get; }

    /// <summary>The identifiers of the features, in the order of the columns.</summary>
    public IReadOnlyList<string> Features { get; }

    /// <summary>
    /// SHA-256, in lower-case hexadecimal, of the UTF-8 text <c>{"definition":V,"features":["a","b"]}</c> with V the <see
    /// cref="DefinitionVersion"/>.
    /// Two sets of the same features in the same order share it, whatever their names.
    /// </summary>
    public string ContentHash { get; }

    /// <summary>
    /// Reads the JSON text of a set. Whether the names are known is checked against a catalogue by <see cref="Check"/>, and when columns
    /// are built.
    /// </summary>
    /// <param name="json">The text.</param>
    /// <exception cref="FormatException">The text is no such JSON; the message says where.</exception>
    public static FeatureSet Parse(string json) => Parse(json, FeaturePatterns.All);

    private static FeatureSet Parse(string json, IReadOnlyList<FeaturePattern> patterns)
    {
        try
        {
            using var document = JsonDocument.Parse(json, Reading);
            return Read(document.RootElement, patterns);
        }
        catch (JsonException exception)
        {
            throw new FormatException($"A feature set must be JSON: {exception.Message}", exception);
        }
        catch (ArgumentException exception)
        {
            throw new FormatException(exception.Message, exception);
        }
    }

    /// <summary>Reads the JSON text of a set and checks its names.</summary>
    /// <param name="json">The text.</param>
    /// <param name="catalogue">What is known.</param>
    /// <exception cref="FormatException">The text is no such JSON; the message says where.</exception>
    /// <exception cref="ArgumentException">A name is unknown; the message has it and the nearest known name.</exception>
    public static FeatureSet Parse(string json, FeatureCatalogue catalogue)
    {
        var set = Parse(json, catalogue.Patterns);
        set.Check(catalogue);
        return set;
    }

    /// <summary>Every feature of a catalogue, in its order, under the name <c>all</c>.</summary>
    /// <param name="catalogue">The catalogue.</param>
    public static FeatureSet All(FeatureCatalogue catalogue) => new("all", [.. catalogue.Features.Select(f => f.Name)]);

    /// <summary>Makes sure that every name is known.</summary>
    /// <param name="catalogue">What is known.</param>
    /// <exception cref="ArgumentException">A name is unknown; the message has it and the nearest known name.</exception>
    public void Check(FeatureCatalogue catalogue)
    {
        foreach (var feature in Features)
        {
            catalogue.Resolve(feature);
        }
    }

    /// <summary>Equal names and equal features in the same order.</summary>
    /// <param name="other">Another set.</param>
    public bool Equals(FeatureSet? other) => other is not null && Name == other.Name && ContentHash == other.ContentHash;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Name, ContentHash);

    private static FeatureSet Read(JsonElement root, IReadOnlyList<FeaturePattern> patterns)
    {
        if (root.ValueKind != JsonValueKind.Object)
        {
            throw new FormatException($"A feature set must be a JSON object, not {root.ValueKind}.");
        }

        string? name = null;
        List<string>? features = null;
        foreach (var property in root.EnumerateObject())
        {
            switch (property.Name)
            {
                case "$schema":
                    break;
                case "name" when property.Value.ValueKind == JsonValueKind.String:
                    name = property.Value.GetString();
                    break;
                case "features" when property.Value.ValueKind == JsonValueKind.Array:
                    features = [.. property.Value.EnumerateArray().Select(e => FeatureName.Read(e, patterns))];
                    break;
                default:
                    throw new FormatException(
                        $"A feature set has 'name' (text) and 'features' (a list); '{property.Name}' of kind {property.Value.ValueKind} is neither.");
            }
        }

        return name is not null && features is not null
            ? new(name, features)
            : throw new FormatException($"A feature set needs '{(name is null ? "name" : "features")}', which is missing.");
    }

    private static string Hash(IReadOnlyList<string> features)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            writer.WriteNumber("definition", DefinitionVersion);
            writer.WriteStartArray("features");
            foreach (var feature in features)
            {
                writer.WriteStringValue(feature);
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        return Convert.ToHexStringLower(SHA256.HashData(buffer.ToArray()));
    }
}
