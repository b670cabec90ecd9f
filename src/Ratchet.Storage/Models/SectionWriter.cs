using System.Runtime.InteropServices;
using System.Text;

namespace Ratchet.Storage.Models;

/// <summary>Collects the sections of a file and lays them out.</summary>
internal sealed class SectionWriter
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private readonly List<(string Name, ElementType Type, byte[] Bytes)> sections = [];

    public void Add<T>(string name, ReadOnlySpan<T> elements)
        where T : unmanaged
    {
        if (name.Length is 0 or > ModelHeader.NameBytes)
        {
            throw new ArgumentException($"The name '{name}' has {name.Length} letters; a section's name has from 1 to {ModelHeader.NameBytes}.", nameof(name));
        }

        sections.Add((name, Elements.Of<T>(), MemoryMarshal.AsBytes(elements).ToArray()));
    }

    /// <summary>Texts, each with a zero after it.</summary>
    /// <exception cref="ArgumentException">A text has a zero in it or is no valid Unicode.</exception>
    public void AddTexts(string name, IEnumerable<string> texts)
    {
        var bytes = new List<byte>();
        foreach (var text in texts)
        {
            if (text.Contains('\0', StringComparison.Ordinal))
            {
                throw new ArgumentException($"'{text.Replace('\0', '?')}' has a zero character in it and cannot be stored.", nameof(texts));
            }

            bytes.AddRange(Strict.GetBytes(text));
            bytes.Add(0);
        }

        Add<byte>(name, CollectionsMarshal.AsSpan(bytes));
    }

    /// <summary>The whole file.</summary>
    public byte[] ToFile(ModelKind kind)
    {
        var table = new SectionSummary[sections.Count];
        long position = ModelHeader.BytesFor(sections.Count);
        for (var i = 0; i < table.Length; i++)
        {
            var (name, type, bytes) = sections[i];
            table[i] = new(name, type, position, bytes.Length, Crc32C.Of(bytes));
            position = ModelHeader.Align(position + bytes.Length);
        }

        if (position > Array.MaxLength)
        {
            throw new ArgumentException($"The model needs a file of {position} bytes; at most {Array.MaxLength} can be written. Learn fewer or shallower trees.");
        }

        var file = new byte[position];
        ModelHeader.Write(kind, position, table, file);
        for (var i = 0; i < table.Length; i++)
        {
            sections[i].Bytes.CopyTo(file, table[i].Offset);
        }

        return file;
    }
}
