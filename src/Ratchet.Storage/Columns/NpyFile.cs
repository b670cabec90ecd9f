using System.Runtime.InteropServices;
using Ratchet.Market.Feeds;

namespace Ratchet.Storage.Columns;

/// <summary>
/// Columns as version 1.0 <c>.npy</c> files: one dimension, little-endian, 8-byte integers (<c>&lt;i8</c>) or floating point (<c>&lt;f8</c>), data at a
/// multiple of 64 bytes. <c>numpy.load(file, mmap_mode='r')</c> opens them. Source: NumPy enhancement proposal 1 (Kern, 2007).
/// </summary>
public static class NpyFile
{
    /// <summary>Writes a column and flushes it to the disk. A file that is there is replaced; the write itself is not atomic.</summary>
    /// <typeparam name="T">long or double.</typeparam>
    /// <param name="path">The file.</param>
    /// <param name="values">The elements.</param>
    /// <exception cref="NotSupportedException">The type is another.</exception>
    public static void Write<T>(string path, ReadOnlySpan<T> values)
        where T : unmanaged
    {
        var head = NpyHeader.Write<T>(values.Length);
        using var stream = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, 1);
        stream.Write(head);
        const int Chunk = 1 << 20;
        for (var from = 0; from < values.Length; from += Chunk)
        {
            stream.Write(MemoryMarshal.AsBytes(values.Slice(from, Math.Min(Chunk, values.Length - from))));
        }

        stream.Flush(flushToDisk: true);
    }

    /// <summary>Reads a whole column into memory.</summary>
    /// <typeparam name="T">long or double.</typeparam>
    /// <param name="path">The file.</param>
    /// <exception cref="MarketDataException">The file is damaged or has other elements.</exception>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    public static T[] Read<T>(string path)
        where T : unmanaged
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1);
        var header = NpyHeader.Read<T>(path, stream);
        var values = new T[header.Rows];
        const int Chunk = 1 << 20;
        for (var from = 0; from < values.Length; from += Chunk)
        {
            stream.ReadExactly(MemoryMarshal.AsBytes(values.AsSpan(from, Math.Min(Chunk, values.Length - from))));
        }

        return values;
    }

    /// <summary>Maps a column into the address space; the cost does not depend on its length.</summary>
    /// <typeparam name="T">long or double.</typeparam>
    /// <param name="path">The file.</param>
    /// <exception cref="MarketDataException">The file is damaged or has other elements.</exception>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    public static MappedColumn<T> Map<T>(string path)
        where T : unmanaged => Map<T>(path, null);

    /// <summary>Maps the first elements of a column, whatever number its head states: a manifest knows better.</summary>
    internal static MappedColumn<T> Map<T>(string path, int? rows)
        where T : unmanaged
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1);
        var header = NpyHeader.Read<T>(path, stream, rows);
        return new MappedColumn<T>(stream, header.DataOffset, (int)header.Rows);
    }
}
