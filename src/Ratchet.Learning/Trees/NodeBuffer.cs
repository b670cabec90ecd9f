namespace Ratchet.Learning.Trees;

/// <summary>Collects the nodes of a tree while it grows; reused from tree to tree.</summary>
internal sealed class NodeBuffer(int valuesPerNode)
{
    private TreeNode[] nodes = new TreeNode[64];
    private double[] values = new double[64 * valuesPerNode];
    private double[] weights = new double[64];
    private double[] gains = new double[64];
    private int depth;

    public int Count { get; private set; }

    public void Reset()
    {
        Count = 1;
        depth = 0;
    }

    /// <summary>Takes places for two children and returns the left one's.</summary>
    public int TakePair()
    {
        var left = Count;
        Count += 2;
        if (Count > nodes.Length)
        {
            var capacity = nodes.Length * 2;
            Array.Resize(ref nodes, capacity);
            Array.Resize(ref values, capacity * valuesPerNode);
            Array.Resize(ref weights, capacity);
            Array.Resize(ref gains, capacity);
        }

        return left;
    }

    public Span<double> Values(int node) => values.AsSpan(node * valuesPerNode, valuesPerNode);

    public void SetLeaf(int node, int nodeDepth, double weight)
    {
        nodes[node] = TreeNode.Leaf(node);
        weights[node] = weight;
        gains[node] = 0;
        depth = Math.Max(depth, nodeDepth);
    }

    public void SetSplit(int node, TreeNode split, double weight, double gain)
    {
        nodes[node] = split;
        weights[node] = weight;
        gains[node] = gain;
    }

    public GrownTree ToTree() => new(
        nodes.AsSpan(0, Count).ToArray(),
        values.AsSpan(0, Count * valuesPerNode).ToArray(),
        weights.AsSpan(0, Count).ToArray(),
        gains.AsSpan(0, Count).ToArray(),
        depth);
}
