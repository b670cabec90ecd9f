namespace Ratchet.Learning.Exchange;

/// <summary>
/// A binary tree of float32 thresholds; node 0 is the root. Immutable and checked: every node but the root is the child of one split at most, the nodes that
/// the root does not reach are leaves (XGBoost leaves such places behind where it prunes), and values are finite.
/// </summary>
public sealed class EnsembleTree
{
    private readonly EnsembleNode[] nodes;
    private readonly int[] parents;

    /// <summary>Checks and keeps a tree.</summary>
    /// <param name="group">The output that the tree adds to.</param>
    /// <param name="nodes">The nodes; at least one. Copied.</param>
    /// <exception cref="ArgumentException">The nodes are no tree, or a number is not finite; the node is named.</exception>
    public EnsembleTree(int group, ReadOnlySpan<EnsembleNode> nodes)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(group);
        if (nodes.IsEmpty)
        {
            throw new ArgumentException("A tree has no node; it must have at least its root.", nameof(nodes));
        }

        Group = group;
        this.nodes = nodes.ToArray();
        parents = new int[nodes.Length];
        Array.Fill(parents, -1);
        CheckNodes();
        Depth = Walk(out var reached);
        RemovedCount = nodes.Length - reached;
    }

    /// <summary>The output that the tree adds to.</summary>
    public int Group { get; }

    /// <summary>The nodes; the first is the root.</summary>
    public ReadOnlySpan<EnsembleNode> Nodes => nodes;

    /// <summary>The split above each node; -1 for the root and for removed nodes.</summary>
    public ReadOnlySpan<int> Parents => parents;

    /// <summary>The splits on the longest way down.</summary>
    public int Depth { get; }

    /// <summary>How many nodes the root does not reach.</summary>
    public int RemovedCount { get; }

    /// <summary>The largest feature of a split; -1 where there is none.</summary>
    internal int LargestFeature { get; private set; } = -1;

    /// <summary>Whether the root does not reach a node.</summary>
    /// <param name="node">The node.</param>
    public bool IsRemoved(int node) => node != 0 && parents[node] < 0;

    private void CheckNodes()
    {
        for (var n = 0; n < nodes.Length; n++)
        {
            ref readonly var node = ref nodes[n];
            RequireFinite(n, node.Threshold, "threshold");
            RequireFinite(n, node.Value, "leaf value");
            RequireFinite(n, node.Gain, "loss change");
            RequireFinite(n, node.Cover, "sum of hessians");
            RequireFinite(n, node.BaseWeight, "base weight");
            if (node.IsLeaf)
            {
                continue;
            }

            if (node.Left == 0 || node.Left >= nodes.Length - 1)
            {
                throw new ArgumentException($"Node {n} has the children {node.Left} and {(long)node.Left + 1}; a child must be in [1, {nodes.Length}).");
            }

            if (node.Feature is < 0 or EnsembleNode.RemovedFeature)
            {
                throw new ArgumentException($"Node {n} splits on feature {node.Feature}; a feature must be at least 0.");
            }

            for (var child = node.Left; child <= node.Left + 1; child++)
            {
                if (parents[child] >= 0)
                {
                    throw new ArgumentException($"Node {child} is a child of node {parents[child]} and of node {n}; a node must have one parent.");
                }

                parents[child] = n;
            }

            LargestFeature = Math.Max(LargestFeature, node.Feature);
        }
    }

    // No node has two parents, so that a walk from the root meets each node once and ends.
    private int Walk(out int reached)
    {
        var depths = new int[nodes.Length];
        Array.Fill(depths, -1);
        var pending = new Stack<int>();
        depths[0] = 0;
        pending.Push(0);
        var deepest = 0;
        reached = 0;
        while (pending.TryPop(out var n))
        {
            reached++;
            deepest = Math.Max(deepest, depths[n]);
            if (!nodes[n].IsLeaf)
            {
                for (var child = nodes[n].Left; child <= nodes[n].Left + 1; child++)
                {
                    depths[child] = depths[n] + 1;
                    pending.Push(child);
                }
            }
        }

        for (var n = 0; n < nodes.Length; n++)
        {
            if (depths[n] < 0 && !nodes[n].IsLeaf)
            {
                throw new ArgumentException($"Node {n} splits but the root does not reach it: the children form a loop or a second tree.");
            }
        }

        return deepest;
    }

    private static void RequireFinite(int node, float value, string name)
    {
        if (!float.IsFinite(value))
        {
            throw new ArgumentException($"The {name} of node {node} is {value}; it must be finite.");
        }
    }
}
