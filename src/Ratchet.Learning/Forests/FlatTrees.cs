using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Ratchet.Learning.Binning;
using Ratchet.Learning.Trees;
using Ratchet.Numerics.Reductions;

namespace Ratchet.Learning.Forests;

/// <summary>The trees of a forest in shared arrays; children are indices into the whole.</summary>
/// <param name="Nodes">All nodes, tree after tree.</param>
/// <param name="Values"><paramref name="OutputCount"/> numbers a node.</param>
/// <param name="Weights">The training weight of each node.</param>
/// <param name="Gains">The decrease of weighted impurity at each node.</param>
/// <param name="Starts">The root of each tree, and the number of nodes.</param>
/// <param name="Depths">The depth of each tree.</param>
/// <param name="OutputCount">Numbers a node.</param>
internal sealed record FlatTrees(TreeNode[] Nodes, double[] Values, double[] Weights, double[] Gains, int[] Starts, int[] Depths, int OutputCount)
{
    // A block of rows' bins should stay in the first-level cache beside the upper nodes of a tree.
    private const int BlockBytes = 16 * 1024;

    public int TreeCount => Depths.Length;

    /// <summary>The features that a node splits on, ascending.</summary>
    public int[] UsedFeatures { get; } = FindUsedFeatures(Nodes);

    public static FlatTrees Join(ReadOnlySpan<GrownTree> trees, int outputCount, CancellationToken cancellationToken = default)
    {
        var starts = new int[trees.Length + 1];
        var depths = new int[trees.Length];
        for (var t = 0; t < trees.Length; t++)
        {
            starts[t + 1] = checked(starts[t] + trees[t].Nodes.Length);
            depths[t] = trees[t].Depth;
        }

        var count = starts[^1];
        var nodes = new TreeNode[count];
        var values = new double[checked(count * outputCount)];
        var weights = new double[count];
        var gains = new double[count];
        for (var t = 0; t < trees.Length; t++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Move(trees[t].Nodes, nodes, starts[t]);
            trees[t].Values.CopyTo(values, starts[t] * outputCount);
            trees[t].Weights.CopyTo(weights, starts[t]);
            trees[t].Gains.CopyTo(gains, starts[t]);
        }

        return new(nodes, values, weights, gains, starts, depths, outputCount);
    }

    public FlatTrees Append(FlatTrees more)
    {
        var nodes = new TreeNode[checked(Nodes.Length + more.Nodes.Length)];
        Nodes.CopyTo(nodes, 0);
        Move(more.Nodes, nodes, Nodes.Length);
        return new(
            nodes,
            [.. Values, .. more.Values],
            [.. Weights, .. more.Weights],
            [.. Gains, .. more.Gains],
            [.. Starts.AsSpan(0, TreeCount), .. Array.ConvertAll(more.Starts, s => s + Nodes.Length)],
            [.. Depths, .. more.Depths],
            OutputCount);
    }

    /// <summary>The sum over all trees for one row of bins; one output.</summary>
    public double SumOne(ReadOnlySpan<byte> codes) =>
        codes.Contains(BinnedMatrix.MissingBin) ? SumOne<AnyBinStep>(codes) : SumOne<KnownBinStep>(codes);

    private double SumOne<TStep>(ReadOnlySpan<byte> codes)
        where TStep : struct, IDescentStep
    {
        ref var nodes = ref MemoryMarshal.GetArrayDataReference(Nodes);
        ref var bins = ref MemoryMarshal.GetReference(codes);
        Span<int> at = stackalloc int[TreeDescent.Width];
        var sum = 0.0;
        for (var t = 0; t < TreeCount; t += TreeDescent.Width)
        {
            var count = Math.Min(TreeDescent.Width, TreeCount - t);
            var depth = 0;
            for (var i = 0; i < at.Length; i++)
            {
                // Spare places descend the last tree once more and are not summed.
                var tree = t + Math.Min(i, count - 1);
                at[i] = Starts[tree];
                depth = Math.Max(depth, Depths[tree]);
            }

            TreeDescent.Descend<TStep>(ref nodes, ref bins, 0, depth, at);
            for (var i = 0; i < count; i++)
            {
                sum += Values[at[i]];
            }
        }

        return sum;
    }

    /// <summary>Adds the values of some trees to each row's sums, in tree order; one feature's values may come from other rows.</summary>
    public void AddBatch(
        BinnedMatrix x, ReadOnlySpan<int> rows, Span<double> sums, int firstTree, int endTree, int replacedFeature, ReadOnlySpan<int> replacedRows)
    {
        var stride = Math.Max(1, UsedFeatures.Length == 0 ? 1 : UsedFeatures[^1] + 1);
        var blockRows = Math.Clamp(BlockBytes / stride, TreeDescent.Width, 512);
        var buffer = ArrayPool<byte>.Shared.Rent(blockRows * stride);
        var missing = Array.Exists(UsedFeatures, x.HasMissing);
        for (var start = 0; start < rows.Length; start += blockRows)
        {
            var block = rows.Slice(start, Math.Min(blockRows, rows.Length - start));
            foreach (var feature in UsedFeatures)
            {
                var column = x.Column(feature);
                var source = feature == replacedFeature ? replacedRows.Slice(start, block.Length) : block;
                for (var i = 0; i < source.Length; i++)
                {
                    buffer[(i * stride) + feature] = column[source[i]];
                }
            }

            var part = sums.Slice(start * OutputCount, block.Length * OutputCount);
            for (var t = firstTree; t < endTree; t++)
            {
                if (missing)
                {
                    AddTree<AnyBinStep>(t, buffer, stride, part);
                }
                else
                {
                    AddTree<KnownBinStep>(t, buffer, stride, part);
                }
            }
        }

        ArrayPool<byte>.Shared.Return(buffer);
    }

    public double[] ImpurityImportance(int featureCount)
    {
        var mean = new double[featureCount];
        var tree = new double[featureCount];
        for (var t = 0; t < TreeCount; t++)
        {
            Array.Clear(tree);
            for (var n = Starts[t]; n < Starts[t + 1]; n++)
            {
                if (!Nodes[n].IsLeaf)
                {
                    tree[Nodes[n].Feature] += Gains[n];
                }
            }

            AddNormalised(tree, mean);
        }

        var result = new double[featureCount];
        AddNormalised(mean, result);
        return result;
    }

    private static void AddNormalised(double[] part, double[] result)
    {
        var total = LaneReduction.Sum(part);
        for (var f = 0; total > 0 && f < part.Length; f++)
        {
            result[f] += part[f] / total;
        }
    }

    private static void Move(ReadOnlySpan<TreeNode> from, TreeNode[] to, int offset)
    {
        for (var i = 0; i < from.Length; i++)
        {
            to[offset + i] = from[i].Moved(offset);
        }
    }

    private static int[] FindUsedFeatures(TreeNode[] nodes)
    {
        var used = new bool[ushort.MaxValue + 1];
        foreach (var node in nodes)
        {
            used[node.Feature] |= !node.IsLeaf;
        }

        var features = new List<int>();
        for (var f = 0; f < used.Length; f++)
        {
            if (used[f])
            {
                features.Add(f);
            }
        }

        return [.. features];
    }

    private void AddTree<TStep>(int tree, byte[] buffer, int stride, Span<double> sums)
        where TStep : struct, IDescentStep
    {
        ref var nodes = ref MemoryMarshal.GetArrayDataReference(Nodes);
        ref var bins = ref MemoryMarshal.GetArrayDataReference(buffer);
        Span<int> at = stackalloc int[TreeDescent.Width];
        var rows = sums.Length / OutputCount;
        for (var row = 0; row < rows; row += TreeDescent.Width)
        {
            // Near the end the last rows are descended again and only the new ones counted.
            var first = Math.Max(0, Math.Min(row, rows - TreeDescent.Width));
            at.Fill(Starts[tree]);
            if (rows >= TreeDescent.Width)
            {
                TreeDescent.Descend<TStep>(ref nodes, ref Unsafe.Add(ref bins, first * stride), stride, Depths[tree], at);
            }
            else
            {
                for (var i = 0; i < rows; i++)
                {
                    at[i] = TreeDescent.DescendOne(ref nodes, ref Unsafe.Add(ref bins, i * stride), Starts[tree]);
                }
            }

            var end = Math.Min(row + TreeDescent.Width, rows);
            for (var i = row; i < end; i++)
            {
                if (OutputCount == 1)
                {
                    sums[i] += Values[at[i - first]];
                    continue;
                }

                for (var k = 0; k < OutputCount; k++)
                {
                    sums[(i * OutputCount) + k] += Values[(at[i - first] * OutputCount) + k];
                }
            }
        }
    }
}
