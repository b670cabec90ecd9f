using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Ratchet.Learning.Trees;

/// <summary>Splits a node's rows and their statistics into left and right, each side in its old order, without branches.</summary>
internal static class BlockPartition
{
    /// <summary>Reorders in place; the node decides for each row by its bin.</summary>
    /// <param name="node">The split.</param>
    /// <param name="column">The feature's byte of row 0; the next row's is eight bytes on.</param>
    /// <param name="rows">The node's rows.</param>
    /// <param name="cells">Their statistics.</param>
    /// <param name="spareRows">Room for as many rows.</param>
    /// <param name="spareCells">Room for as many statistics.</param>
    /// <param name="cancellationToken">Stops the work between two chunks of rows, which leaves rows of both sides mixed.</param>
    /// <returns>How many rows went left.</returns>
    public static int Apply<TCell>(
        TreeNode node, ref byte column, Span<int> rows, Span<TCell> cells, Span<int> spareRows, Span<TCell> spareCells, CancellationToken cancellationToken)
        where TCell : unmanaged
    {
        ref var row0 = ref MemoryMarshal.GetReference(rows);
        ref var cell0 = ref MemoryMarshal.GetReference(cells);
        ref var spareRow0 = ref MemoryMarshal.GetReference(spareRows);
        ref var spareCell0 = ref MemoryMarshal.GetReference(spareCells);
        var turn = node.MissingGoesLeft ? 1u : 0u;
        var last = (uint)node.Bin + turn;
        nint left = 0;
        nint right = 0;
        for (nint start = 0; start < rows.Length; start += WorkChunk.Rows)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var end = Math.Min(start + WorkChunk.Rows, rows.Length);
            for (var i = start; i < end; i++)
            {
                var row = Unsafe.Add(ref row0, i);
                var cell = Unsafe.Add(ref cell0, i);
                var bin = (uint)(byte)(Unsafe.Add(ref column, (nint)(uint)row * FeatureBlocks.Width) + turn);
                Unsafe.Add(ref row0, left) = row;
                Unsafe.Add(ref cell0, left) = cell;
                Unsafe.Add(ref spareRow0, right) = row;
                Unsafe.Add(ref spareCell0, right) = cell;
                var goesRight = (nint)((last - bin) >> 31);
                right += goesRight;
                left += 1 - goesRight;
            }
        }

        spareRows[..(int)right].CopyTo(rows[(int)left..]);
        spareCells[..(int)right].CopyTo(cells[(int)left..]);
        return (int)left;
    }
}
