using System.Globalization;
using System.Text.Json.Nodes;
using Ratchet.Storage.Models;
using Spectre.Console;

namespace Ratchet.Cli.Rendering;

/// <summary>What a model file says of itself.</summary>
internal static class ModelView
{
    public static void Write(TextWriter writer, ModelSummary summary)
    {
        writer.WriteLine($"{summary.Path}: {summary.Kind}, format version {summary.FormatVersion}, {summary.Length:N0} bytes; every checksum holds.");
        foreach (var (key, value) in Facts(summary.Metadata))
        {
            writer.WriteLine($"  {key}: {value}");
        }

        var table = ConsoleTable.Make("section", "type", "bytes", "checksum");
        table.Columns[1].LeftAligned();
        foreach (var section in summary.Sections)
        {
            table.AddRow(Markup.Escape(section.Name), section.Type.ToString(), $"{section.Length:N0}", $"{section.Checksum:x8}");
        }

        ConsoleTable.Write(writer, table);
    }

    public static JsonObject Json(ModelSummary summary)
    {
        var metadata = summary.Metadata;
        return new()
        {
            ["path"] = summary.Path,
            ["kind"] = summary.Kind.ToString(),
            ["formatVersion"] = summary.FormatVersion,
            ["bytes"] = summary.Length,
            ["name"] = metadata.Name,
            ["createdBy"] = metadata.CreatedBy,
            ["createdAt"] = metadata.CreatedAt?.ToString("O", CultureInfo.InvariantCulture),
            ["dataHash"] = metadata.DataHash,
            ["configurationHash"] = metadata.ConfigurationHash,
            ["options"] = Pairs(metadata.Options),
            ["values"] = Pairs(metadata.Values),
            ["sections"] = new JsonArray([.. summary.Sections.Select(s => new JsonObject
            {
                ["name"] = s.Name,
                ["type"] = s.Type.ToString(),
                ["offset"] = s.Offset,
                ["bytes"] = s.Length,
                ["crc32c"] = s.Checksum.ToString("x8", CultureInfo.InvariantCulture),
            })]),
        };
    }

    private static IEnumerable<KeyValuePair<string, string>> Facts(ModelMetadata metadata)
    {
        KeyValuePair<string, string>[] named =
        [
            new("name", metadata.Name),
            new("created by", metadata.CreatedBy),
            new("created at", metadata.CreatedAt?.ToString("O", CultureInfo.InvariantCulture) ?? string.Empty),
            new("data", metadata.DataHash),
            new("configuration", metadata.ConfigurationHash),
        ];
        return [.. named.Where(f => f.Value.Length > 0), .. metadata.Options, .. metadata.Values];
    }

    private static JsonObject Pairs(IReadOnlyDictionary<string, string> pairs) =>
        new([.. pairs.Select(p => new KeyValuePair<string, JsonNode?>(p.Key, JsonValue.Create(p.Value)))]);
}
