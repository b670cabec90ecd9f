using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Ratchet.Market.Feeds;

namespace Ratchet.Storage.Columns;

/// <summary>
/// The rows of each import as they were read, bad ones too, in a folder named by the first 16 digits of the file's SHA-256. The folder is made under
/// another name and renamed when it is whole, so that it is there entirely or not at all; the same file is kept once.
/// </summary>
internal static class BronzeFolder
{
    /// <summary>Keeps the rows and gives the folder.</summary>
    public static string Keep(string parent, BarCsvFile file, ICommitObserver? observer)
    {
        string hash;
        using (var stream = File.OpenRead(file.Path))
        {
            hash = Convert.ToHexStringLower(SHA256.HashData(stream));
        }

        var target = Path.Combine(parent, hash[..16]);
        if (Directory.Exists(target))
        {
            return target;
        }

        var temporary = target + ".tmp";
        if (Directory.Exists(temporary))
        {
            Directory.Delete(temporary, recursive: true);
        }

        Directory.CreateDirectory(temporary);
        var rows = file.Bars;
        NpyFile.Write<long>(Path.Combine(temporary, ColumnNames.OpenTime + ".npy"), rows.OpenTime);
        Write(temporary, ColumnNames.Open, rows.Open);
        Write(temporary, ColumnNames.High, rows.High);
        Write(temporary, ColumnNames.Low, rows.Low);
        Write(temporary, ColumnNames.Close, rows.Close);
        Write(temporary, ColumnNames.Volume, rows.Volume);
        Write(temporary, ColumnNames.TradeCount, rows.TradeCount);
        Write(temporary, ColumnNames.TakerBuyVolume, rows.TakerBuyVolume);
        NpyFile.Write<long>(Path.Combine(temporary, ColumnNames.SourceLine + ".npy"), Array.ConvertAll(rows.Line, l => (long)l));
        AtomicFile.Write(Path.Combine(temporary, "manifest.json"), Manifest(file, hash), null);
        observer?.Reached("bronze written");
        Directory.Move(temporary, target);
        DirectoryFlush.Flush(parent);
        observer?.Reached("bronze renamed");
        return target;
    }

    private static void Write(string folder, string name, double[] column)
    {
        if (column.Length > 0)
        {
            NpyFile.Write<double>(Path.Combine(folder, name + ".npy"), column);
        }
    }

    private static byte[] Manifest(BarCsvFile file, string hash)
    {
        using var memory = new MemoryStream();
        using (var json = new Utf8JsonWriter(memory, new JsonWriterOptions { Indented = true }))
        {
            json.WriteStartObject();
            json.WriteNumber("schema", BarManifest.CurrentSchema);
            json.WriteString("source", Path.GetFileName(file.Path));
            json.WriteString("sourceHash", hash);
            json.WriteNumber("rows", file.Bars.Count);
            json.WriteStartArray("facts");
            foreach (var fact in file.Facts)
            {
                json.WriteStringValue(fact);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return [.. memory.ToArray(), .. Encoding.UTF8.GetBytes("\n")];
    }
}
