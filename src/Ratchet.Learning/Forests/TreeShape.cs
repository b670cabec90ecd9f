using System.Buffers;
using System.Runtime.CompilerServices;
using Ratchet.Learning.Binning;
using Ratchet.Learning.Trees;

namespace Ratchet.Learning.Forests;

/// <summary>
/// Holds nodes that come from outside to what a descent relies on: every child is a later node of the same tree with one parent, every node but the root
/// has one, a leaf leads to itself, splits name a feature and a bin that exist, and the depth is the stated one. Then every descent ends.
/// </summary>
internal static class TreeShape
{
    private const int MostBin = 254;

    public static void RequireValid(ReadOnlySpan<TreeNode> nodes, ReadOnlySpan<int> starts, ReadOnlySpan<int> depths, FeatureBins bins)
    {
        if (depths.IsEmpty || starts.Length != depths.Length + 1 || starts[0] != 0 || starts[^1] != nodes.Length)
        {
            throw new ArgumentException(
                $"There are {starts.Length} starts and {depths.Length} depths for {nodes.Length} nodes; a forest has a depth a tree, and starts from 0 to the number of nodes.");
        }

        var largest = 0;
        for (var t = 0; t < depths.Length; t++)
        {
            if (starts[t + 1] <= starts[t] || starts[t + 1] > nodes.Length)
            {
                throw new ArgumentException($"Tree {t} is from node {starts[t]} to {starts[t + 1]}; a tree has at least one node, and the trees follow each other.");
            }

            largest = Math.Max(largest, starts[t + 1] - starts[t]);
        }

        // The highest bin that a split of each feature may name: values in no bin above the last threshold's can only be missing.
        var limits = new byte[bins.FeatureCount];
        for (var f = 0; f < limits.Length; f++)
        {
            limits[f] = (byte)bins.Thresholds(f).Length;
        }

        var levels = ArrayPool<int>.Shared.Rent(largest);
        try
        {
            for (var t = 0; t < depths.Length; t++)
            {
                var count = starts[t + 1] - starts[t];
                var depth = Measure(nodes.Slice(starts[t], count), starts[t], limits, levels.AsSpan(0, count), t);
                if (depth != depths[t])
                {
                    throw new ArgumentException($"Tree {t} states a depth of {depths[t]} and has {depth}.");
                }
            }
        }
        finally
        {
            ArrayPool<int>.Shared.Return(levels);
        }
    }

    /// <summary>The depth of one tree, or an exception. Optimised at once: a model is loaded once, before calls could be counted.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int Measure(ReadOnlySpan<TreeNode> tree, int start, ReadOnlySpan<byte> limits, Span<int> levels, int number)
    {
        // Level 0 means that no parent has been seen.
        levels.Clear();
        levels[0] = 1;
        var deepest = 1;
        for (var i = 0; i < tree.Length; i++)
        {
            var node = tree[i];
            var level = levels[i];
            if (node.IsLeaf)
            {
                if (level == 0 || node != TreeNode.Leaf(start + i))
                {
                    Refuse(number, start + i, level);
                }

                continue;
            }

            var left = (long)node.Left - start;
            var turn = (int)((node.Bits >> 40) & 0xFF);
            if (level == 0 || left <= i || left + 1 >= tree.Length || turn > 1 || node.Bin + turn > MostBin
                || node.Feature >= limits.Length || node.Bin > limits[node.Feature] || (levels[(int)left] | levels[(int)left + 1]) != 0)
            {
                Refuse(number, start + i, level);
            }

            levels[(int)left] = level + 1;
            levels[(int)left + 1] = level + 1;
            deepest = Math.Max(deepest, level + 1);
        }

        return deepest - 1;
    }

    private static void Refuse(int tree, int node, int level) => throw new ArgumentException(
        level == 0
            ? $"Node {node} of tree {tree} has no parent before it."
            : $"Node {node} of tree {tree} is not a leaf that leads to itself, nor a split on a feature and a bin that exist with two later nodes of its tree as its own.");
}
