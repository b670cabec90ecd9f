using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using Ratchet.Market.Feeds;

namespace Ratchet.Storage.Columns;

/// <summary>
/// The head of a version 1.0 <c>.npy</c> file of one dimension in little-endian order: magic, version, length and a Python dictionary, padded with
/// spaces so that the data begin at a multiple of 64 bytes. Source: NumPy enhancement proposal 1 (Kern, 2007).
/// </summary>
/// <param name="Description">The element type, <c>&lt;i8</c>, <c>&lt;f8</c> or <c>|u1</c>.</param>
/// <param name="Rows">How many elements.</param>
/// <param name="DataOffset">Where the data begin.</param>
internal readonly record struct NpyHeader(string Description, long Rows, int DataOffset)
{
    private const int Fixed = 10;
    private const int Alignment = 64;

    private static ReadOnlySpan<byte> Magic => [0x93, (byte)'N', (byte)'U', (byte)'M', (byte)'P', (byte)'Y'];

    public static string DescriptionOf<T>() =>
        typeof(T) == typeof(long) ? "<i8"
        : typeof(T) == typeof(double) ? "<f8"
        : typeof(T) == typeof(byte) || (typeof(T).IsEnum && Unsafe.SizeOf<T>() == 1) ? "|u1"
        : throw new NotSupportedException($"A column has elements of type long or double, bytes or enumerations of a byte, not {typeof(T).Name}.");

    public static byte[] Write<T>(long rows)
    {
        var text = $"{{'descr': '{DescriptionOf<T>()}', 'fortran_order': False, 'shape': ({rows.ToString(CultureInfo.InvariantCulture)},), }}";
        var total = (Fixed + text.Length + 1 + Alignment - 1) / Alignment * Alignment;
        var bytes = new byte[total];
        Magic.CopyTo(bytes);
        bytes[6] = 1;
        bytes[8] = (byte)((total - Fixed) & 0xFF);
        bytes[9] = (byte)((total - Fixed) >> 8);
        Encoding.ASCII.GetBytes(text, bytes.AsSpan(Fixed));
        bytes.AsSpan(Fixed + text.Length, total - Fixed - text.Length - 1).Fill((byte)' ');
        bytes[^1] = (byte)'\n';
        return bytes;
    }

    /// <summary>
    /// Reads a head and checks that the file has the type that it states and at least the elements that it states or that are asked for. More bytes may
    /// follow: bars that are being added. Where a number is asked for, the stated one is not read: a crash may have left it half written.
    /// </summary>
    public static NpyHeader Read<T>(string path, Stream stream, int? asked = null)
    {
        Span<byte> head = stackalloc byte[Fixed];
        var read = stream.ReadAtLeast(head, Fixed, throwOnEndOfStream: false);
        if (read < Fixed || !head[..6].SequenceEqual(Magic) || head[6] != 1)
        {
            throw Damaged(path, "it has no version 1.0 .npy head");
        }

        var length = head[8] | (head[9] << 8);
        var dictionary = new byte[length];
        if (stream.ReadAtLeast(dictionary, length, throwOnEndOfStream: false) < length)
        {
            throw Damaged(path, "its head is cut off");
        }

        var text = Encoding.ASCII.GetString(dictionary);
        var description = DescriptionOf<T>();
        if (!text.Contains($"'descr': '{description}'", StringComparison.Ordinal) || text.Contains("'fortran_order': True", StringComparison.Ordinal))
        {
            throw Damaged(path, $"its elements are not {description}: {text.Trim()}");
        }

        var offset = Fixed + length;
        var rows = asked ?? RowsOf(path, text);
        if (rows > int.MaxValue || stream.Length < offset + (rows * Unsafe.SizeOf<T>()))
        {
            throw Damaged(path, $"it states {rows} elements, which does not agree with its length of {stream.Length} bytes");
        }

        return new(description, rows, offset);
    }

    private static long RowsOf(string path, string text)
    {
        var from = text.IndexOf("'shape': (", StringComparison.Ordinal);
        var to = from < 0 ? -1 : text.IndexOf(",)", from, StringComparison.Ordinal);
        return to >= 0 && long.TryParse(text.AsSpan(from + 10, to - from - 10), NumberStyles.None, CultureInfo.InvariantCulture, out var rows)
            ? rows
            : throw Damaged(path, $"it has not one dimension: {text.Trim()}");
    }

    private static MarketDataException Damaged(string path, string problem) =>
        MarketDataException.At(path, 0, null, $"the column file is damaged: {problem}.", "Import the data again, or restore the file from a backup.");
}
