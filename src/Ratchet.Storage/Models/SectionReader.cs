using System.Runtime.InteropServices;
using System.Runtime.CompilerServices;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace Ratchet.Storage.Models;

/// <summary>
/// Reads the sections of one file straight into arrays, a piece at a time, so that each piece is checksummed while it is in cache. Arrays are as long as their
/// sections, which lie inside the file: no stated number makes an allocation. Not safe for several threads.
/// </summary>
internal sealed class SectionReader(string path, SafeFileHandle file, ModelHeader header)
{
    private const int Piece = 192 * 1024;
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private readonly Dictionary<string, SectionSummary> left = header.Sections.ToDictionary(s => s.Name, StringComparer.Ordinal);
    private byte[]? scratch;

    /// <summary>Whether a section is there and has not been read.</summary>
    public bool Has(string name) => left.ContainsKey(name);

    public T[] Read<T>(string name)
        where T : unmanaged
    {
        var section = Take(name);
        if (section.Type != Elements.Of<T>())
        {
            throw new ArgumentException($"Section '{name}' holds {section.Type} where {Elements.Of<T>()} is wanted.");
        }

        var count = section.Length / Unsafe.SizeOf<T>();
        if (section.Length > Array.MaxLength)
        {
            throw new ArgumentException($"Section '{name}' has {section.Length} bytes; at most {Array.MaxLength} can be read.");
        }

        var elements = GC.AllocateUninitializedArray<T>((int)count);
        var bytes = MemoryMarshal.AsBytes(elements.AsSpan());
        var state = ~0U;
        for (var at = 0; at < bytes.Length; at += Piece)
        {
            var piece = bytes.Slice(at, Math.Min(Piece, bytes.Length - at));
            Fill(section, piece, section.Offset + at);
            state = Crc32C.Advance(state, piece);
        }

        Require(section, ~state);
        return elements;
    }

    /// <summary>An array of a fixed number of elements.</summary>
    public T[] Read<T>(string name, int count)
        where T : unmanaged
    {
        var elements = Read<T>(name);
        return elements.Length == count ? elements : throw new ArgumentException($"Section '{name}' has {elements.Length} elements; it must have {count}.");
    }

    public string[] ReadTexts(string name)
    {
        var bytes = Read<byte>(name).AsSpan();
        var texts = new List<string>();
        for (var end = bytes.IndexOf((byte)0); end >= 0; end = bytes.IndexOf((byte)0))
        {
            texts.Add(Strict.GetString(bytes[..end]));
            bytes = bytes[(end + 1)..];
        }

        return bytes.IsEmpty ? [.. texts] : throw new ArgumentException($"Section '{name}' does not end with a zero.");
    }

    /// <summary>Checks a section and keeps nothing of it.</summary>
    public void Verify(string name)
    {
        var section = Take(name);
        scratch ??= new byte[Piece];
        var state = ~0U;
        for (long at = 0; at < section.Length; at += Piece)
        {
            var piece = scratch.AsSpan(0, (int)Math.Min(Piece, section.Length - at));
            Fill(section, piece, section.Offset + at);
            state = Crc32C.Advance(state, piece);
        }

        Require(section, ~state);
    }

    /// <summary>Checks what has not been read.</summary>
    public void VerifyRest()
    {
        foreach (var name in left.Keys.ToArray())
        {
            Verify(name);
        }
    }

    /// <summary>Refuses sections that nobody asked for.</summary>
    public void RequireDone()
    {
        if (left.Count > 0)
        {
            throw new ArgumentException($"Section '{left.Keys.First()}' does not belong to a {header.Kind}.");
        }
    }

    private SectionSummary Take(string name) =>
        left.Remove(name, out var section) ? section : throw new ArgumentException($"Section '{name}' is missing.");

    private void Require(SectionSummary section, uint checksum)
    {
        if (checksum != section.Checksum)
        {
            throw ModelFileException.Damaged(path, $"section '{section.Name}' has checksum {checksum:x8} where {section.Checksum:x8} is stated");
        }

        var end = section.Offset + section.Length;
        Span<byte> gap = stackalloc byte[(int)(ModelHeader.Align(end) - end)];
        Fill(section, gap, end);
        if (gap.ContainsAnyExcept((byte)0))
        {
            throw ModelFileException.Damaged(path, $"section '{section.Name}' is not followed by zeros");
        }
    }

    private void Fill(SectionSummary section, Span<byte> bytes, long offset)
    {
        if (FileBytes.Read(file, bytes, offset) < bytes.Length)
        {
            throw ModelFileException.Damaged(path, $"section '{section.Name}' is cut off");
        }
    }
}
