using System.Text.Json;
using System.Text.Json.Nodes;

namespace Ratchet.Hosting.Configuration;

/// <summary>
/// Reads the configuration in layers, each over the one before: defaults, files in the order given, environment variables
/// (the six of <see cref="SelectorVariables"/>, then <c>RATCHET__SECTION__KEY</c>), command-line options.
/// </summary>
/// <remarks>
/// Files are JSON with comments and trailing commas. A file named feature_config.json, ensemble_config.json, regime_config.json or
/// validation_config.json holds that one section. A setting that does not exist is refused, with the nearest that does.
/// </remarks>
public static class ConfigurationLoader
{
    private const string VariablePrefix = "RATCHET__";

    private static readonly Dictionary<string, string> SectionFiles = new(StringComparer.OrdinalIgnoreCase)
    {
        ["feature_config.json"] = "features",
        ["ensemble_config.json"] = "ensemble",
        ["regime_config.json"] = "regime",
        ["validation_config.json"] = "validation",
    };

    private static readonly JsonDocumentOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true, AllowDuplicateProperties = false };

    /// <summary>Reads all layers.</summary>
    /// <param name="files">Paths, the later ones over the earlier.</param>
    /// <param name="variables">Environment variables; all are passed over but the selector's and those that begin with RATCHET__.</param>
    /// <param name="options">Path, text and the option's name as the user wrote it.</param>
    /// <exception cref="ConfigurationException">A file cannot be read, a setting does not exist or has a wrong value.</exception>
    public static LoadedConfiguration Load(
        IEnumerable<string> files,
        IReadOnlyDictionary<string, string> variables,
        IEnumerable<(string Path, string Text, string Option)> options)
    {
        var tree = new ConfigurationTree(JsonSerializer.SerializeToNode(new RatchetConfiguration(), ConfigurationJson.Default.RatchetConfiguration)!.AsObject());
        foreach (var file in files)
        {
            tree.Merge(ReadFile(file), file);
        }

        foreach (var (path, text, name) in SelectorVariables.Of(variables))
        {
            tree.Set(path, text, $"environment variable {name}");
        }

        foreach (var (name, text) in variables.Where(v => v.Key.StartsWith(VariablePrefix, StringComparison.OrdinalIgnoreCase)).OrderBy(v => v.Key, StringComparer.Ordinal))
        {
            tree.Set(name[VariablePrefix.Length..].Replace("__", ".", StringComparison.Ordinal), text, $"environment variable {name}");
        }

        foreach (var (path, text, option) in options)
        {
            tree.Set(path, text, $"option {option}");
        }

        var value = Deserialize(tree);
        if (string.IsNullOrWhiteSpace(value.Data.Root) || value.Data.Root.Contains('\0', StringComparison.Ordinal) || File.Exists(value.Data.Root))
        {
            throw new ConfigurationException(
                $"Setting 'data.root' from {tree.SourceOf("data.root")} must name a folder, but is {tree.TextOf("data.root")}; write one such as ratchet-data.");
        }

        return new(value, tree.Settings());
    }

    private static JsonObject ReadFile(string file)
    {
        if (!File.Exists(file))
        {
            throw new ConfigurationException($"Configuration file '{file}' does not exist; check the path given with -c.");
        }

        JsonNode? node;
        try
        {
            node = JsonNode.Parse(File.ReadAllText(file), documentOptions: Lenient);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new ConfigurationException($"Configuration file '{file}' cannot be read: {exception.Message} Check the path and its permissions.");
        }
        catch (JsonException exception)
        {
            throw new ConfigurationException(
                $"{file}{(exception.LineNumber is { } line ? $", line {line + 1}" : string.Empty)}: " +
                $"not valid JSON ({FirstSentence(exception.Message).TrimEnd('.')}); comments and trailing commas are allowed, nothing else beyond JSON.");
        }

        if (node is not JsonObject content)
        {
            throw new ConfigurationException($"{file} must hold one JSON object, such as {{ \"search\": {{ \"seed\": 7 }} }}.");
        }

        content.Remove("$schema");
        return SectionFiles.TryGetValue(Path.GetFileName(file), out var section) ? new JsonObject { [section] = content.DeepClone() } : content;
    }

    private static RatchetConfiguration Deserialize(ConfigurationTree tree)
    {
        FeatureEntries.Normalise(tree);
        try
        {
            return tree.Root.Deserialize(ConfigurationJson.Default.RatchetConfiguration)!;
        }
        catch (JsonException exception)
        {
            var path = (exception.Path ?? string.Empty).TrimStart('$', '.');
            var setting = tree.Owner(path) ?? path;
            var reason = exception.InnerException is FormatException or ArgumentException
                ? $" {FirstSentence(exception.InnerException.Message)}"
                : string.Empty;
            throw new ConfigurationException(
                $"Setting '{path}' from {tree.SourceOf(setting)} has a value of the wrong kind or range: {tree.TextOf(setting)}. " +
                $"Write {ConfigurationSchema.Kind(setting)}; its default is {tree.DefaultOf(setting)}.{reason}");
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException)
        {
            throw new ConfigurationException(exception.Message);
        }
    }

    private static string FirstSentence(string text)
    {
        var end = text.IndexOf(". ", StringComparison.Ordinal);
        return end < 0 ? text : text[..end];
    }
}
