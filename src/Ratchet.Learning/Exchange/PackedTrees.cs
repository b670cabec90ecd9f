namespace Ratchet.Learning.Exchange;

/// <summary>All trees of an ensemble in one array, for prediction.</summary>
internal sealed class PackedTrees
{
    private readonly PackedNode[] nodes;
    private readonly int[] starts;
    private readonly int[] groups;

    public PackedTrees(IReadOnlyList<EnsembleTree> trees)
    {
        starts = new int[trees.Count + 1];
        groups = new int[trees.Count];
        for (var t = 0; t < trees.Count; t++)
        {
            starts[t + 1] = checked(starts[t] + trees[t].Nodes.Length);
            groups[t] = trees[t].Group;
        }

        nodes = new PackedNode[starts[^1]];
        for (var t = 0; t < trees.Count; t++)
        {
            for (var n = 0; n < trees[t].Nodes.Length; n++)
            {
                var node = trees[t].Nodes[n];
                nodes[starts[t] + n] = node.IsLeaf
                    ? new(-1, 0, node.Value)
                    : new(starts[t] + node.Left, node.MissingGoesLeft ? ~node.Feature : node.Feature, node.Threshold);
            }
        }
    }

    /// <summary>The leaf of a tree that a row falls in, as a place in the tree.</summary>
    public int Leaf(int tree, ReadOnlySpan<double> row) => Descend(starts[tree], row) - starts[tree];

    /// <summary>Adds the leaves of some trees to one row's margins, in tree order.</summary>
    public void Add(ReadOnlySpan<double> row, int firstTree, int endTree, Span<float> margins)
    {
        for (var t = firstTree; t < endTree; t++)
        {
            margins[groups[t]] += nodes[Descend(starts[t], row)].Number;
        }
    }

    /// <summary>The same for a block of rows; the trees take turns over the block, so that a tree stays in cache.</summary>
    public void AddBlock(ReadOnlySpan<double> rows, int featureCount, int firstTree, int endTree, Span<float> margins, int groupCount)
    {
        var count = margins.Length / groupCount;
        for (var t = firstTree; t < endTree; t++)
        {
            for (var i = 0; i < count; i++)
            {
                var leaf = Descend(starts[t], rows.Slice(i * featureCount, featureCount));
                margins[(i * groupCount) + groups[t]] += nodes[leaf].Number;
            }
        }
    }

    private int Descend(int at, ReadOnlySpan<double> row)
    {
        var all = nodes;
        while (true)
        {
            ref readonly var node = ref all[at];
            if (node.Left < 0)
            {
                return at;
            }

            at = node.Next((float)row[node.Feature]);
        }
    }
}
