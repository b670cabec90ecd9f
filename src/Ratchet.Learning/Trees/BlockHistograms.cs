using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Ratchet.Learning.Trees;

/// <summary>Fills and subtracts the histograms of one block of eight features.</summary>
/// <typeparam name="TCell">The statistics.</typeparam>
internal static class BlockHistograms<TCell>
    where TCell : unmanaged, IAdditionOperators<TCell, TCell, TCell>, ISubtractionOperators<TCell, TCell, TCell>
{
    /// <summary>Cells from one feature to the next: a little more than 256, so that equal bins of two features do not share the low bits of their address.</summary>
    public const int Stride = 264;

    /// <summary>The cells of a block.</summary>
    public const int Cells = Stride * FeatureBlocks.Width;

    // With so few features in use, counting them one by one is cheaper than counting all eight.
    private const int FewLanes = 3;

    /// <summary>Empties a block's histograms and counts rows into those of the lanes in use.</summary>
    /// <param name="block">The block's first byte.</param>
    /// <param name="lanes">A bit for each lane in use; others may be counted too.</param>
    /// <param name="rows">Rows of the block.</param>
    /// <param name="cells">Their statistics, in the same order.</param>
    /// <param name="histograms">The block's cells.</param>
    /// <param name="cancellationToken">Stops the work between two chunks of rows.</param>
    public static void Fill(
        ref byte block, int lanes, ReadOnlySpan<int> rows, ReadOnlySpan<TCell> cells, Span<TCell> histograms, CancellationToken cancellationToken)
    {
        histograms.Clear();
        for (var start = 0; start < rows.Length; start += WorkChunk.Rows)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var length = Math.Min(WorkChunk.Rows, rows.Length - start);
            Add(ref block, lanes, rows.Slice(start, length), cells.Slice(start, length), histograms);
        }
    }

    private static void Add(ref byte block, int lanes, ReadOnlySpan<int> rows, ReadOnlySpan<TCell> cells, Span<TCell> histograms)
    {
        ref var row = ref MemoryMarshal.GetReference(rows);
        ref var cell = ref MemoryMarshal.GetReference(cells);
        ref var histogram = ref MemoryMarshal.GetReference(histograms);
        if (BitOperations.PopCount((uint)lanes) > FewLanes)
        {
            Fill8(ref block, ref row, ref cell, rows.Length, ref histogram);
            return;
        }

        for (var lane = 0; lane < FeatureBlocks.Width; lane++)
        {
            if ((lanes & (1 << lane)) != 0)
            {
                Fill1(ref Unsafe.Add(ref block, lane), ref row, ref cell, rows.Length, ref Unsafe.Add(ref histogram, lane * Stride));
            }
        }
    }

    /// <summary>Takes one child's histograms off the parent's, which leaves the other child's.</summary>
    public static void Subtract(Span<TCell> parent, ReadOnlySpan<TCell> child)
    {
        ref var p = ref MemoryMarshal.GetReference(parent);
        ref var c = ref MemoryMarshal.GetReference(child);
        for (nint i = 0; i < Cells; i++)
        {
            Unsafe.Add(ref p, i) -= Unsafe.Add(ref c, i);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add(ref TCell histogram, nint bin, TCell cell)
    {
        ref var place = ref Unsafe.Add(ref histogram, bin);
        place += cell;
    }

    private static void Fill1(ref byte column, ref int rows, ref TCell cells, int count, ref TCell histogram)
    {
        for (nint i = 0; i < count; i++)
        {
            Add(ref histogram, Unsafe.Add(ref column, (nint)(uint)Unsafe.Add(ref rows, i) * FeatureBlocks.Width), Unsafe.Add(ref cells, i));
        }
    }

    // Not inlined, and on pointers: the loop then keeps everything in registers, and each count is one instruction in memory.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static unsafe void Fill8(ref byte block, ref int rows, ref TCell cells, int count, ref TCell histogram)
    {
        fixed (byte* bytes = &block)
        fixed (int* row = &rows)
        fixed (TCell* cell = &cells)
        fixed (TCell* counts = &histogram)
        {
            for (nint i = 0; i < count; i++)
            {
                BlockPrefetch.Row(bytes, row, i, count);
                var bins = *(ulong*)(bytes + ((nint)(uint)row[i] * FeatureBlocks.Width));
                var one = cell[i];
                counts[(nint)(byte)bins] += one;
                counts[(nint)(byte)(bins >> 8) + Stride] += one;
                counts[(nint)(byte)(bins >> 16) + (2 * Stride)] += one;
                counts[(nint)(byte)(bins >> 24) + (3 * Stride)] += one;
                counts[(nint)(byte)(bins >> 32) + (4 * Stride)] += one;
                counts[(nint)(byte)(bins >> 40) + (5 * Stride)] += one;
                counts[(nint)(byte)(bins >> 48) + (6 * Stride)] += one;
                counts[(nint)(bins >> 56) + (7 * Stride)] += one;
            }
        }
    }
}
