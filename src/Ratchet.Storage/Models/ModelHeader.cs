using System.Buffers.Binary;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace Ratchet.Storage.Models;

/// <summary>
/// The head of a model file, little-endian: magic (8 bytes), format version (4), kind (4), length of the file (8), number of sections (4), CRC-32C of the head
/// with this field zero (4), zeros up to 64 bytes; then 64 bytes a section: name (40, ASCII, zeros after it), offset (8), length (8), CRC-32C (4), element
/// type (4). The sections follow in that order, each from the next multiple of 64 with zeros between, and the file ends with the last one's zeros.
/// </summary>
/// <param name="Kind">What the file holds.</param>
/// <param name="Length">How many bytes the file has.</param>
/// <param name="Sections">The sections, in their order.</param>
internal sealed record ModelHeader(ModelKind Kind, long Length, SectionSummary[] Sections)
{
    public const int FormatVersion = 1;
    public const int Alignment = 64;
    public const int NameBytes = 40;
    private const int ChecksumAt = 28;

    // The high bit, the line ends and the end-of-file sign show what a text-mode transfer does to a file.
    private static ReadOnlySpan<byte> Magic => [0x8F, (byte)'R', (byte)'M', (byte)'O', (byte)'D', (byte)'\r', (byte)'\n', 0x1A];

    public static long Align(long position) => (position + Alignment - 1) & -Alignment;

    public static int BytesFor(int sections) => Alignment * (1 + sections);

    public static void Write(ModelKind kind, long length, ReadOnlySpan<SectionSummary> sections, Span<byte> head)
    {
        Magic.CopyTo(head);
        BinaryPrimitives.WriteInt32LittleEndian(head[8..], FormatVersion);
        BinaryPrimitives.WriteInt32LittleEndian(head[12..], (int)kind);
        BinaryPrimitives.WriteInt64LittleEndian(head[16..], length);
        BinaryPrimitives.WriteInt32LittleEndian(head[24..], sections.Length);
        for (var i = 0; i < sections.Length; i++)
        {
            var entry = head.Slice(Alignment * (1 + i), Alignment);
            Encoding.ASCII.GetBytes(sections[i].Name, entry);
            BinaryPrimitives.WriteInt64LittleEndian(entry[NameBytes..], sections[i].Offset);
            BinaryPrimitives.WriteInt64LittleEndian(entry[48..], sections[i].Length);
            BinaryPrimitives.WriteUInt32LittleEndian(entry[56..], sections[i].Checksum);
            BinaryPrimitives.WriteInt32LittleEndian(entry[60..], (int)sections[i].Type);
        }

        BinaryPrimitives.WriteUInt32LittleEndian(head[ChecksumAt..], Crc32C.Of(head[..BytesFor(sections.Length)]));
    }

    /// <summary>Reads the head and checks it, and that the sections fill the file without gap or overlap.</summary>
    public static ModelHeader Read(string path, SafeFileHandle file)
    {
        var actual = RandomAccess.GetLength(file);
        var fixedPart = new byte[Alignment];
        var read = FileBytes.Read(file, fixedPart, 0);
        RequireMagic(path, fixedPart.AsSpan(0, read));
        var version = BinaryPrimitives.ReadInt32LittleEndian(fixedPart.AsSpan(8));
        if (version != FormatVersion)
        {
            throw new ModelFileException(
                $"{path}: the model file has format version {version}; this build reads version {FormatVersion}. Update Ratchet, or train the model again with this build.");
        }

        var count = BinaryPrimitives.ReadInt32LittleEndian(fixedPart.AsSpan(24));
        if (count < 1 || count > (actual / Alignment) - 1)
        {
            throw ModelFileException.Damaged(path, $"its head states {count} sections, which its {actual} bytes cannot hold");
        }

        var head = new byte[BytesFor(count)];
        if (FileBytes.Read(file, head, 0) < head.Length)
        {
            throw ModelFileException.Damaged(path, "its head is cut off");
        }

        var stated = BinaryPrimitives.ReadUInt32LittleEndian(head.AsSpan(ChecksumAt));
        BinaryPrimitives.WriteUInt32LittleEndian(head.AsSpan(ChecksumAt), 0);
        var checksum = Crc32C.Of(head);
        if (checksum != stated)
        {
            throw ModelFileException.Damaged(path, $"its head has checksum {checksum:x8} where {stated:x8} is stated");
        }

        var length = BinaryPrimitives.ReadInt64LittleEndian(head.AsSpan(16));
        if (length != actual)
        {
            throw ModelFileException.Damaged(path, actual < length ? $"it is cut off after {actual} of {length} bytes" : $"{actual - length} bytes follow its {length}");
        }

        if (head.AsSpan(ChecksumAt + sizeof(uint), Alignment - ChecksumAt - sizeof(uint)).ContainsAnyExcept((byte)0))
        {
            throw ModelFileException.Damaged(path, "its head has content where zeros belong");
        }

        var kind = (ModelKind)BinaryPrimitives.ReadInt32LittleEndian(head.AsSpan(12));
        return new(kind, length, ReadSections(path, head, count, length));
    }

    private static void RequireMagic(string path, ReadOnlySpan<byte> start)
    {
        var seen = start[..Math.Min(start.Length, Magic.Length)];
        if (start.Length == Alignment && seen.SequenceEqual(Magic))
        {
            return;
        }

        if (!start.IsEmpty && Magic.StartsWith(seen))
        {
            throw ModelFileException.Damaged(path, $"it is cut off after {start.Length} bytes");
        }

        var shown = start.IsEmpty ? "it is empty" : $"it begins with {Convert.ToHexString(seen)}";
        throw new ModelFileException($"{path}: this is not a Ratchet model file: {shown}. Give a file that Ratchet has written.");
    }

    private static SectionSummary[] ReadSections(string path, ReadOnlySpan<byte> head, int count, long length)
    {
        var sections = new SectionSummary[count];
        var names = new HashSet<string>(StringComparer.Ordinal);
        long next = head.Length;
        for (var i = 0; i < count; i++)
        {
            var entry = head.Slice(Alignment * (1 + i), Alignment);
            var text = entry[..NameBytes].TrimEnd((byte)0);
            var name = Encoding.ASCII.GetString(text);
            var offset = BinaryPrimitives.ReadInt64LittleEndian(entry[NameBytes..]);
            var bytes = BinaryPrimitives.ReadInt64LittleEndian(entry[48..]);
            var type = (ElementType)BinaryPrimitives.ReadInt32LittleEndian(entry[60..]);
            var size = Elements.SizeOf(type);
            if (text.IsEmpty || text.ContainsAnyExceptInRange((byte)'!', (byte)'~') || !names.Add(name) || size == 0
                || offset != next || bytes < 0 || bytes > length - offset || bytes % size != 0)
            {
                throw ModelFileException.Damaged(path, $"entry {i} of its table of sections makes no sense");
            }

            sections[i] = new(name, type, offset, bytes, BinaryPrimitives.ReadUInt32LittleEndian(entry[56..]));
            next = Align(offset + bytes);
        }

        return next == length ? sections : throw ModelFileException.Damaged(path, $"its sections end at {next} and the file at {length}");
    }
}
