using System.Text.Json;

namespace Ratchet.Storage.Models;

/// <summary>The metadata as they stand in a file: keys in ordinal order.</summary>
internal sealed record MetadataDocument(
    string Name,
    string CreatedBy,
    string DataHash,
    string ConfigurationHash,
    SortedDictionary<string, string> Options,
    SortedDictionary<string, string> Values,
    DateTimeOffset? CreatedAt = null)
{
    public static byte[] Write(ModelMetadata metadata)
    {
        var document = new MetadataDocument(
            metadata.Name,
            metadata.CreatedBy,
            metadata.DataHash,
            metadata.ConfigurationHash,
            Sorted(metadata.Options),
            Sorted(metadata.Values),
            metadata.CreatedAt);
        return JsonSerializer.SerializeToUtf8Bytes(document, MetadataJson.Default.MetadataDocument);
    }

    public static ModelMetadata Read(ReadOnlySpan<byte> json)
    {
        var document = JsonSerializer.Deserialize(json, MetadataJson.Default.MetadataDocument) ?? throw new JsonException("The metadata are null.");
        return new()
        {
            Name = document.Name,
            CreatedBy = document.CreatedBy,
            CreatedAt = document.CreatedAt,
            DataHash = document.DataHash,
            ConfigurationHash = document.ConfigurationHash,
            Options = Sorted(document.Options),
            Values = Sorted(document.Values),
        };
    }

    private static SortedDictionary<string, string> Sorted(IEnumerable<KeyValuePair<string, string>> pairs)
    {
        var sorted = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (key, value) in pairs)
        {
            sorted.Add(key, value ?? throw new JsonException($"The value of '{key}' is null."));
        }

        return sorted;
    }
}
