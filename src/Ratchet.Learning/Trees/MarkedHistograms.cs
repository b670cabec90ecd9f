using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Ratchet.Learning.Trees;

/// <summary>
/// Fills the histograms of one block of eight features for a node with few rows and marks the occupied bins, a bit each, so that scanning and emptying cost
/// as much as there are rows, not bins.
/// </summary>
/// <typeparam name="TCell">The statistics.</typeparam>
internal static class MarkedHistograms<TCell>
    where TCell : unmanaged, IAdditionOperators<TCell, TCell, TCell>, ISubtractionOperators<TCell, TCell, TCell>
{
    /// <summary>Words of marks a feature.</summary>
    public const int Words = 4;

    /// <summary>Words of marks a block.</summary>
    public const int BlockWords = Words * FeatureBlocks.Width;

    /// <summary>Counts rows into empty histograms and marks their bins.</summary>
    /// <param name="block">The block's first byte.</param>
    /// <param name="rows">Rows of the block.</param>
    /// <param name="cells">Their statistics, in the same order.</param>
    /// <param name="histograms">The block's cells, all empty.</param>
    /// <param name="marks">The block's marks, overwritten.</param>
    public static unsafe void Fill(ref byte block, ReadOnlySpan<int> rows, ReadOnlySpan<TCell> cells, Span<TCell> histograms, Span<ulong> marks)
    {
        marks.Clear();
        fixed (byte* bytes = &block)
        fixed (int* row = rows)
        fixed (TCell* cell = cells)
        fixed (TCell* counts = histograms)
        fixed (ulong* words = marks)
        {
            for (nint i = 0; i < rows.Length; i++)
            {
                BlockPrefetch.Row(bytes, row, i, rows.Length);
                var bins = *(ulong*)(bytes + ((nint)(uint)row[i] * FeatureBlocks.Width));
                var one = cell[i];
                Add(counts, words, (byte)bins, one);
                Add(counts + BlockHistograms<TCell>.Stride, words + Words, (byte)(bins >> 8), one);
                Add(counts + (2 * BlockHistograms<TCell>.Stride), words + (2 * Words), (byte)(bins >> 16), one);
                Add(counts + (3 * BlockHistograms<TCell>.Stride), words + (3 * Words), (byte)(bins >> 24), one);
                Add(counts + (4 * BlockHistograms<TCell>.Stride), words + (4 * Words), (byte)(bins >> 32), one);
                Add(counts + (5 * BlockHistograms<TCell>.Stride), words + (5 * Words), (byte)(bins >> 40), one);
                Add(counts + (6 * BlockHistograms<TCell>.Stride), words + (6 * Words), (byte)(bins >> 48), one);
                Add(counts + (7 * BlockHistograms<TCell>.Stride), words + (7 * Words), (byte)(bins >> 56), one);
            }
        }
    }

    /// <summary>Empties the marked bins of a block.</summary>
    public static void Clear(Span<TCell> histograms, ReadOnlySpan<ulong> marks)
    {
        ref var first = ref MemoryMarshal.GetReference(histograms);
        for (var word = 0; word < marks.Length; word++)
        {
            var start = (word / Words * BlockHistograms<TCell>.Stride) + (word % Words << 6);
            for (var bits = marks[word]; bits != 0; bits &= bits - 1)
            {
                Unsafe.Add(ref first, start + BitOperations.TrailingZeroCount(bits)) = default;
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static unsafe void Add(TCell* histogram, ulong* marks, byte bin, TCell cell)
    {
        histogram[(nint)bin] += cell;
        marks[(nint)(bin >> 6)] |= 1UL << bin;
    }
}
