using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using Ratchet.Learning.Forests;
using Ratchet.Market.Time;

namespace Ratchet.Hosting.Configuration;

/// <summary>
/// The JSON schema (draft 2020-12) of configuration files, made from the types themselves: every setting with its kind and default, and nothing
/// else allowed. An editor that is given it completes and checks files while they are written.
/// </summary>
public static class ConfigurationSchema
{
    private static readonly string[] SectionsWithFiles = ["features", "regime", "ensemble", "validation"];

    private static readonly JsonSerializerOptions Writing = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The schema as text, indented, with a line feed at the end.</summary>
    public static string Text() => Build().ToJsonString(Writing) + "\n";

    /// <summary>What values a setting takes, in words, such as <c>a whole number</c>.</summary>
    /// <param name="path">The setting, such as <c>search.seed</c>.</param>
    internal static string Kind(string path)
    {
        JsonNode? node = Build();
        foreach (var part in path.Split('.'))
        {
            node = node?["properties"]?[part];
        }

        return node is JsonObject schema ? InWords(schema) : "a value that the schema allows ('ratchet config schema')";
    }

    private static JsonObject Build()
    {
        var exported = JsonSchemaExporter.GetJsonSchemaAsNode(
            ConfigurationJson.Default.RatchetConfiguration,
            new JsonSchemaExporterOptions { TreatNullObliviousAsNonNullable = true, TransformSchemaNode = Describe }).AsObject();
        var defaults = JsonSerializer.SerializeToNode(new RatchetConfiguration(), ConfigurationJson.Default.RatchetConfiguration)!.AsObject();
        var root = Expand(exported, exported).AsObject();
        AddDefaults(root, defaults);
        AllowSchemaKey(root);
        foreach (var section in SectionsWithFiles)
        {
            AllowSchemaKey(root["properties"]![section]!.AsObject());
        }

        root.Insert(0, "$schema", "https://json-schema.org/draft/2020-12/schema");
        root.Insert(1, "title", "Ratchet configuration");
        return root;
    }

    private static JsonNode Describe(JsonSchemaExporterContext context, JsonNode schema)
    {
        if (context.TypeInfo.Type == typeof(TimeFrame))
        {
            return new JsonObject { ["type"] = "string", ["pattern"] = "^[0-9]+[mhdwHDW]$", ["examples"] = new JsonArray("1m", "15m", "1h", "4h", "1d") };
        }

        if (context.TypeInfo.Type == typeof(FeatureSection))
        {
            // Only the list of features takes objects beside text.
            schema["properties"]!["features"]!["items"] = new JsonObject
            {
                ["type"] = new JsonArray("string", "object"),
                ["examples"] = new JsonArray("rsi_14", "rsi_28@4h", new JsonObject { ["name"] = "rsi", ["period"] = 28, ["timeframe"] = "4h" }),
            };
            return schema;
        }

        return context.TypeInfo.Type == typeof(MaxFeatures)
            ? new JsonObject { ["type"] = "string", ["examples"] = new JsonArray("sqrt", "log2", "all") }
            : schema;
    }

    /// <summary>Puts what a reference points to in its place, so that each forest can state its own defaults.</summary>
    private static JsonNode Expand(JsonNode node, JsonObject root)
    {
        switch (node)
        {
            case JsonObject reference when reference["$ref"] is JsonValue target:
                JsonNode? found = root;
                foreach (var part in target.GetValue<string>().Split('/').Skip(1))
                {
                    found = found![part];
                }

                return Expand(found!, root);
            case JsonObject inner:
                return new JsonObject(inner.Select(p => KeyValuePair.Create(p.Key, p.Value is null ? null : Expand(p.Value, root)))!);
            case JsonArray list:
                return new JsonArray([.. list.Select(e => e is null ? null : Expand(e, root))]);
            default:
                return node.DeepClone();
        }
    }

    private static void AddDefaults(JsonObject schema, JsonObject defaults)
    {
        var properties = schema["properties"]!.AsObject();
        foreach (var (name, value) in defaults)
        {
            var property = properties[name]!.AsObject();
            if (value is JsonObject section)
            {
                AddDefaults(property, section);
            }
            else
            {
                property["default"] = value?.DeepClone();
            }
        }
    }

    private static void AllowSchemaKey(JsonObject schema) =>
        schema["properties"]!.AsObject().Insert(0, "$schema", new JsonObject { ["type"] = "string" });

    private static string InWords(JsonObject schema)
    {
        if (schema["enum"] is JsonArray names)
        {
            return "one of " + string.Join(", ", names.Select(n => n?.ToString() ?? "null"));
        }

        var kinds = schema["type"] is JsonArray several ? [.. several.Select(t => t!.ToString())] : new[] { schema["type"]?.ToString() ?? string.Empty };
        return string.Join(" or ", kinds.Select(k => k switch
        {
            "integer" => "a whole number",
            "number" => "a number",
            "string" => schema["examples"] is JsonArray examples ? "text such as " + string.Join(", ", examples.Select(e => e!.ToString())) : "text",
            "boolean" => "true or false",
            "null" => "null",
            "array" when schema["items"]?["properties"] is not null => "a list of objects",
            "array" => schema["items"]?["type"] is JsonArray || schema["items"]?["type"]?.ToString() == "string" ? "a list of text" : "a list of numbers",
            _ => "an object",
        }));
    }
}
