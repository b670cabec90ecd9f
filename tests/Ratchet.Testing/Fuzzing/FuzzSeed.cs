using System.Text;

namespace Ratchet.Testing.Fuzzing;

/// <summary>A good input that is damaged.</summary>
/// <param name="FileName">The name of its first file.</param>
/// <param name="Packing">How its parts become files.</param>
/// <param name="Parts">Names and contents. Names count only where there are several files or entries.</param>
public sealed record FuzzSeed(string FileName, FuzzPacking Packing, IReadOnlyList<(string Name, byte[] Content)> Parts)
{
    /// <summary>A plain file of text.</summary>
    public static FuzzSeed Of(string fileName, string text) => Of(fileName, Encoding.UTF8.GetBytes(text));

    /// <summary>A plain file.</summary>
    public static FuzzSeed Of(string fileName, byte[] bytes) => new(fileName, FuzzPacking.Files, [(fileName, bytes)]);

    /// <summary>A file of text packed by gzip.</summary>
    public static FuzzSeed Gzip(string fileName, string text) => new(fileName, FuzzPacking.Gzip, [(fileName, Encoding.UTF8.GetBytes(text))]);

    /// <summary>A zip of files of text.</summary>
    public static FuzzSeed Zip(string fileName, params IEnumerable<(string Name, string Text)> parts) =>
        new(fileName, FuzzPacking.Zip, [.. parts.Select(p => (p.Name, Encoding.UTF8.GetBytes(p.Text)))]);
}
