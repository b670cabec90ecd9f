using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Ratchet.Learning.Trees;

/// <summary>Adds a tree's values to the sums of rows that its sample does not hold, four ways down at once.</summary>
internal static class BlockDescent
{
    private const int ChunkRows = 2048;

    /// <summary>Adds to each row's sum the value of its leaf.</summary>
    /// <param name="blocks">The bins.</param>
    /// <param name="tree">The tree.</param>
    /// <param name="rows">Rows of the blocks, each once.</param>
    /// <param name="sums">A sum for each row of the blocks.</param>
    /// <param name="threads">How many chunks of rows are worked on at a time.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public static void Add(FeatureBlocks blocks, GrownTree tree, ReadOnlyMemory<int> rows, double[] sums, int threads, CancellationToken cancellationToken) =>
        WorkSplit.Run((rows.Length + ChunkRows - 1) / ChunkRows, threads, cancellationToken, chunk =>
        {
            var start = chunk * ChunkRows;
            Add(blocks, tree, rows.Span.Slice(start, Math.Min(ChunkRows, rows.Length - start)), sums);
        });

    private static void Add(FeatureBlocks blocks, GrownTree tree, ReadOnlySpan<int> rows, double[] sums)
    {
        ref var nodes = ref MemoryMarshal.GetArrayDataReference(tree.Nodes);
        var values = tree.Values;
        var i = 0;
        for (; i <= rows.Length - 4; i += 4)
        {
            var (a, b, c, d) = (0, 0, 0, 0);
            var (rowA, rowB, rowC, rowD) = (rows[i], rows[i + 1], rows[i + 2], rows[i + 3]);
            for (var depth = tree.Depth; depth > 0; depth--)
            {
                a = Step(blocks, ref nodes, a, rowA);
                b = Step(blocks, ref nodes, b, rowB);
                c = Step(blocks, ref nodes, c, rowC);
                d = Step(blocks, ref nodes, d, rowD);
            }

            sums[rowA] += values[a];
            sums[rowB] += values[b];
            sums[rowC] += values[c];
            sums[rowD] += values[d];
        }

        for (; i < rows.Length; i++)
        {
            var at = 0;
            for (var depth = tree.Depth; depth > 0; depth--)
            {
                at = Step(blocks, ref nodes, at, rows[i]);
            }

            sums[rows[i]] += values[at];
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Step(FeatureBlocks blocks, ref TreeNode nodes, int at, int row)
    {
        var node = Unsafe.Add(ref nodes, at);
        var feature = node.Feature;
        ref var block = ref blocks.First(feature / FeatureBlocks.Width);
        return node.Next(Unsafe.Add(ref block, ((nint)row * FeatureBlocks.Width) + (feature % FeatureBlocks.Width)));
    }
}
