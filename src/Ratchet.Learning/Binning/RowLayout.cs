using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Ratchet.Learning.Binning;

/// <summary>Lays columns of bytes out by rows.</summary>
internal static class RowLayout
{
    // Small enough that a tile of the result stays in the first-level cache while the columns pass by.
    private const int Tile = 128;

    /// <summary>Fills the rows of a range.</summary>
    public static void Fill(byte[][] columns, int start, int end, byte[] cells)
    {
        nint stride = columns.Length;
        ref var first = ref MemoryMarshal.GetArrayDataReference(cells);
        for (var tile = start; tile < end; tile += Tile)
        {
            var count = Math.Min(Tile, end - tile);
            for (var f = 0; f < columns.Length; f++)
            {
                var column = columns[f].AsSpan(tile, count);
                var at = (tile * stride) + f;
                foreach (var bin in column)
                {
                    Unsafe.Add(ref first, at) = bin;
                    at += stride;
                }
            }
        }
    }
}
