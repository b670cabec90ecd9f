using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Ratchet.Hosting.Configuration;

/// <summary>The settings as a tree of JSON, with the source of every leaf. The defaults decide which settings exist.</summary>
internal sealed class ConfigurationTree
{
    private static readonly string[] Secrets = ["password", "token", "secret", "apikey", "api_key"];
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private readonly JsonObject defaults;
    private readonly SortedDictionary<string, string> sources = new(StringComparer.Ordinal);

    public ConfigurationTree(JsonObject defaults)
    {
        this.defaults = defaults;
        Root = defaults.DeepClone().AsObject();
        foreach (var path in Leaves(defaults, string.Empty))
        {
            sources[path] = "default";
        }
    }

    public JsonObject Root { get; }

    public void Merge(JsonObject layer, string source) => Merge(layer, string.Empty, source);

    /// <summary>Sets one leaf from text; the path's case does not matter.</summary>
    public void Set(string path, string text, string source)
    {
        var known = Known(path, source);
        var value = Find(defaults, known) is JsonValue leaf && leaf.GetValueKind() == JsonValueKind.String ? JsonValue.Create(text) : Parse(text);
        Assign(known, value, source);
    }

    public IReadOnlyList<EffectiveSetting> Settings() =>
        [.. sources.Select(s => new EffectiveSetting(s.Key, TextOf(s.Key), s.Value))];

    public string SourceOf(string path) => sources.GetValueOrDefault(path, "the configuration");

    /// <summary>A value as JSON; a secret that is set is masked.</summary>
    public string TextOf(string path) => IsSecret(path) && Find(Root, path) is { } value && value.ToJsonString() != "\"\"" ? "\"***\"" : Text(Find(Root, path));

    public string DefaultOf(string path) => Text(Find(defaults, path));

    /// <summary>The known setting that a path inside it belongs to, such as <c>features.features</c> for <c>features.features[2]</c>.</summary>
    public string? Owner(string path) => sources.Keys.FirstOrDefault(k => path == k || path.StartsWith(k + "[", StringComparison.Ordinal));

    private static string Text(JsonNode? node) => node?.ToJsonString(Plain) ?? "null";

    private static JsonNode? Parse(string text)
    {
        try
        {
            return JsonNode.Parse(text);
        }
        catch (JsonException)
        {
            // Not JSON, so it is a plain word, as people write in a shell.
            return JsonValue.Create(text);
        }
    }

    private static IEnumerable<string> Leaves(JsonObject node, string prefix)
    {
        foreach (var (name, child) in node)
        {
            var path = prefix.Length == 0 ? name : $"{prefix}.{name}";
            if (child is JsonObject inner)
            {
                foreach (var leaf in Leaves(inner, path))
                {
                    yield return leaf;
                }
            }
            else
            {
                yield return path;
            }
        }
    }

    private static JsonNode? Find(JsonObject root, string path)
    {
        JsonNode? node = root;
        foreach (var part in path.Split('.'))
        {
            node = node is JsonObject inner && inner.TryGetPropertyValue(part, out var child) ? child : null;
        }

        return node;
    }

    private static bool IsSecret(string path) => Secrets.Any(s => path.Contains(s, StringComparison.OrdinalIgnoreCase));

    private void Merge(JsonObject layer, string prefix, string source)
    {
        foreach (var (name, child) in layer)
        {
            var path = prefix.Length == 0 ? name : $"{prefix}.{name}";
            if (child is JsonObject inner && (inner.Count > 0 || Find(defaults, path) is JsonObject))
            {
                Merge(inner, path, source);
            }
            else
            {
                Assign(Known(path, source), child?.DeepClone(), source);
            }
        }
    }

    private void Assign(string path, JsonNode? value, string source)
    {
        var parts = path.Split('.');
        var node = Root;
        foreach (var part in parts[..^1])
        {
            node = node[part]!.AsObject();
        }

        node[parts[^1]] = value;
        sources[path] = source;
    }

    private string Known(string path, string source)
    {
        foreach (var known in sources.Keys)
        {
            if (known.Equals(path, StringComparison.OrdinalIgnoreCase))
            {
                return known;
            }
        }

        if (Find(defaults, path) is JsonObject)
        {
            throw new ConfigurationException($"Setting '{path}' in {source} is a section; write an object with its settings.");
        }

        throw new ConfigurationException(
            $"Setting '{path}' in {source} does not exist; did you mean '{NearestName.Of(path, sources.Keys)}'? 'ratchet config show' lists all.");
    }
}
