using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Ratchet.Learning.Trees;

/// <summary>Splits a node's rows and their statistics into left and right, each side in its old order, without branches.</summary>
internal static class SegmentPartition
{
    /// <summary>Reorders in place; the node decides for each row by its bin.</summary>
    /// <returns>How many rows went left.</returns>
    public static int Apply<TRow>(
        TreeNode node, byte[] column, Span<int> rows, Span<TRow> payload, int[] spareRows, TRow[] sparePayload, CancellationToken cancellationToken = default)
        where TRow : unmanaged
    {
        ref var bins = ref MemoryMarshal.GetArrayDataReference(column);
        ref var row0 = ref MemoryMarshal.GetReference(rows);
        ref var payload0 = ref MemoryMarshal.GetReference(payload);
        ref var spareRow0 = ref MemoryMarshal.GetArrayDataReference(spareRows);
        ref var sparePayload0 = ref MemoryMarshal.GetArrayDataReference(sparePayload);
        var turn = node.MissingGoesLeft ? 1u : 0u;
        var last = (uint)node.Bin + turn;
        nint left = 0;
        nint right = 0;
        for (nint i = 0; i < rows.Length;)
        {
            cancellationToken.ThrowIfCancellationRequested();
            for (var end = Math.Min(i + WorkChunk.Rows, rows.Length); i < end; i++)
            {
                var row = Unsafe.Add(ref row0, i);
                var item = Unsafe.Add(ref payload0, i);
                var bin = (uint)(byte)(Unsafe.Add(ref bins, (nint)(uint)row) + turn);
                Unsafe.Add(ref row0, left) = row;
                Unsafe.Add(ref payload0, left) = item;
                Unsafe.Add(ref spareRow0, right) = row;
                Unsafe.Add(ref sparePayload0, right) = item;
                var goesRight = (nint)((last - bin) >> 31);
                right += goesRight;
                left += 1 - goesRight;
            }
        }

        spareRows.AsSpan(0, (int)right).CopyTo(rows[(int)left..]);
        sparePayload.AsSpan(0, (int)right).CopyTo(payload[(int)left..]);
        return (int)left;
    }
}
