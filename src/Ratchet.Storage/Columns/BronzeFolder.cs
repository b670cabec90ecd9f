using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Ratchet.Storage.Columns;

/// <summary>
/// The rows of each import as they were read, bad ones too, in a folder named by the first 16 digits of the file's SHA-256. The folder is staged
/// and renamed when it is whole, so that it is there entirely or not at all; the same file is kept once.
/// </summary>
internal static class BronzeFolder
{
    /// <summary>Moves staged rows to their place.</summary>
    public static void Keep(string parent, string staged, string source, long rows, IReadOnlyList<string> facts, DiskSteps disk)
    {
        string hash;
        using (var stream = File.OpenRead(source))
        {
            hash = Convert.ToHexStringLower(SHA256.HashData(stream));
        }

        var target = Path.Combine(parent, hash[..16]);
        if (Directory.Exists(target))
        {
            return;
        }

        disk.CreateFolder(parent);
        disk.Replace(Path.Combine(staged, "manifest.json"), Manifest(source, hash, rows, facts));
        disk.MoveFolder(staged, target, "bronze");
        disk.FlushFolder(parent);
    }

    private static byte[] Manifest(string source, string hash, long rows, IReadOnlyList<string> facts)
    {
        using var memory = new MemoryStream();
        using (var json = new Utf8JsonWriter(memory, new JsonWriterOptions { Indented = true }))
        {
            json.WriteStartObject();
            json.WriteNumber("schema", BarManifest.CurrentSchema);
            json.WriteString("source", Path.GetFileName(source));
            json.WriteString("sourceHash", hash);
            json.WriteNumber("rows", rows);
            json.WriteStartArray("facts");
            foreach (var fact in facts)
            {
                json.WriteStringValue(fact);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return [.. memory.ToArray(), .. Encoding.UTF8.GetBytes("\n")];
    }
}
