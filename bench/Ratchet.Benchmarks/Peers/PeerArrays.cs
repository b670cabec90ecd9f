using System.Runtime.InteropServices;
using System.Text.Json;

namespace Ratchet.Benchmarks.Peers;

/// <summary>Reads the arrays that the peers' generator writes: raw little-endian, row-major, with a JSON header.</summary>
internal sealed class PeerArrays(string folder)
{
    private readonly Dictionary<string, Array> read = [];

    public string Folder => folder;

    public static PeerArrays Locate() => new(
        Environment.GetEnvironmentVariable("RATCHET_PEERS_DATA") is { Length: > 0 } configured
            ? configured
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache", "ratchet-peers"));

    public bool Has(string name) => File.Exists(Path.Combine(folder, name + ".json"));

    public int[] Shape(string name)
    {
        using var header = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, name + ".json")));
        return [.. header.RootElement.GetProperty("shape").EnumerateArray().Select(n => n.GetInt32())];
    }

    public T[] Read<T>(string name)
        where T : unmanaged
    {
        if (!read.TryGetValue(name, out var values))
        {
            values = MemoryMarshal.Cast<byte, T>(File.ReadAllBytes(Path.Combine(folder, name + ".bin"))).ToArray();
            read[name] = values;
        }

        return (T[])values;
    }
}
