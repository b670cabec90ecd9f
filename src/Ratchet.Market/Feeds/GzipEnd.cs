using System.Buffers.Binary;
using System.IO.Compression;

namespace Ratchet.Market.Feeds;

/// <summary>
/// Whether a gzip file has its end. A member ends with the length of its text (RFC 1952); a file of one member is whole where that is the length that
/// was read. Otherwise the file may have several members: the last one that begins in the file is unpacked by itself and measured.
/// </summary>
internal static class GzipEnd
{
    private const int Trailer = 8;
    private const int Header = 10;

    public static bool IsWhole(string path, long textLength)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16);
        if (file.Length < Header + Trailer)
        {
            return false;
        }

        Span<byte> stated = stackalloc byte[4];
        file.Position = file.Length - stated.Length;
        file.ReadExactly(stated);
        var length = BinaryPrimitives.ReadUInt32LittleEndian(stated);
        return length == (uint)textLength || (LastMember(file) is var start and > 0 && Measure(file, start) is { } measured && (uint)measured == length);
    }

    /// <summary>Where the last member begins, by its header's fixed bytes; 0 where there is only one.</summary>
    private static long LastMember(FileStream file)
    {
        long last = 0;
        var buffer = new byte[1 << 20];
        long offset = 0;
        var kept = 0;
        file.Position = 0;
        for (var read = file.Read(buffer); read > 0; read = file.Read(buffer.AsSpan(kept)))
        {
            var bytes = buffer.AsSpan(0, kept + read);
            for (var i = bytes.IndexOf((ReadOnlySpan<byte>)[0x1F, 0x8B, 0x08]); i >= 0 && i + Header <= bytes.Length;)
            {
                var isHeader = bytes[i + 3] < 0x20 && bytes[i + 8] is 0 or 2 or 4 && bytes[i + 9] is <= 13 or 255;
                last = isHeader ? offset + i : last;
                var next = bytes[(i + 1)..].IndexOf((ReadOnlySpan<byte>)[0x1F, 0x8B, 0x08]);
                i = next < 0 ? -1 : i + 1 + next;
            }

            kept = Math.Min(Header - 1, bytes.Length);
            offset += bytes.Length - kept;
            bytes[^kept..].CopyTo(buffer);
        }

        return last;
    }

    private static long? Measure(FileStream file, long start)
    {
        file.Position = start;
        using var member = new GZipStream(file, CompressionMode.Decompress, leaveOpen: true);
        var buffer = new byte[1 << 16];
        long total = 0;
        try
        {
            for (var read = member.Read(buffer); read > 0; read = member.Read(buffer))
            {
                total += read;
            }

            return total;
        }
        catch (InvalidDataException)
        {
            // No member begins there, or it is damaged: the file has no end that can be trusted.
            return null;
        }
    }
}
