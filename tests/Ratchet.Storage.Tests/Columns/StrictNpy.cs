using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Ratchet.Storage.Tests.Columns;

/// <summary>
/// Reads the head of a file as <c>numpy.load</c> would and fails where it would: magic, version 1.0, a dictionary of exactly three keys that ends in a line
/// feed, data at a multiple of 64 bytes, and at least as many bytes as the shape needs.
/// </summary>
internal static partial class StrictNpy
{
    public static long RowsOf(string path)
    {
        var bytes = File.ReadAllBytes(path);
        Assert.True(bytes.Length >= 10 && bytes.AsSpan(0, 8).SequenceEqual((ReadOnlySpan<byte>)[0x93, (byte)'N', (byte)'U', (byte)'M', (byte)'P', (byte)'Y', 1, 0]), $"{path}: no magic");
        var end = 10 + (bytes[8] | (bytes[9] << 8));
        Assert.True(end % 64 == 0 && bytes.Length >= end, $"{path}: the head ends at {end} of {bytes.Length}");
        var text = Encoding.ASCII.GetString(bytes, 10, end - 10);
        var match = Dictionary().Match(text);
        Assert.True(match.Success, $"{path}: '{text}' is no head");
        var rows = long.Parse(match.Groups["rows"].Value, NumberStyles.None, CultureInfo.InvariantCulture);
        Assert.True(bytes.Length - end >= rows * 8, $"{path}: {rows} rows are stated, {bytes.Length - end} bytes are there");
        return rows;
    }

    [GeneratedRegex(@"^\{'descr': '<(i8|f8)', 'fortran_order': False, 'shape': \((?<rows>0|[1-9][0-9]*),\), \} *\n$")]
    private static partial Regex Dictionary();
}
