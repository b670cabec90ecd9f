using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text.Json;

namespace Ratchet.Benchmarks.Parity;

/// <summary>Writes a set for the peer: float32 features row after row, float64 targets, and a JSON header that names them.</summary>
internal static class ParityFiles
{
    /// <summary>Writes the files.</summary>
    /// <returns>A checksum over features and targets, which names results that were computed from them.</returns>
    public static string Write(string folder, ParitySet set)
    {
        Directory.CreateDirectory(folder);
        var cells = new float[set.RowCount * set.Columns.Length];
        for (var f = 0; f < set.Columns.Length; f++)
        {
            for (var i = 0; i < set.RowCount; i++)
            {
                cells[(i * set.Columns.Length) + f] = (float)set.Columns[f][i];
            }
        }

        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Save(folder, $"{set.Name}.X.bin", MemoryMarshal.AsBytes(cells.AsSpan()), hash);
        foreach (var (task, target) in set.Targets)
        {
            Save(folder, $"{set.Name}.{task}.bin", MemoryMarshal.AsBytes(target.AsSpan()), hash);
        }

        var header = new Dictionary<string, object> { ["rows"] = set.RowCount, ["train"] = set.TrainRows, ["test"] = set.TestStart, ["features"] = set.Names };
        File.WriteAllText(Path.Combine(folder, set.Name + ".json"), JsonSerializer.Serialize(header));
        return Convert.ToHexStringLower(hash.GetHashAndReset())[..12];
    }

    private static void Save(string folder, string name, ReadOnlySpan<byte> bytes, IncrementalHash hash)
    {
        hash.AppendData(bytes);
        File.WriteAllBytes(Path.Combine(folder, name), bytes);
    }
}
