using Ratchet.Learning.Trees;
using Ratchet.Numerics.Randomness;

namespace Ratchet.Learning.Boosting;

/// <summary>Draws features for a tree, of these for each level, and of these for each node; each draw has a random stream of its own.</summary>
internal sealed class ColumnDraw : IFeatureChoice
{
    private readonly BoostingOptions options;
    private readonly StreamKey key;
    private readonly Dictionary<int, bool[]> levels = [];

    private ColumnDraw(BoostingOptions options, int featureCount, StreamKey key)
    {
        this.options = options;
        this.key = key;
        var all = new bool[featureCount];
        Array.Fill(all, true);
        OfTree = Some(all, options.ColumnSampleByTree, key.Derive("tree"));
    }

    public bool[] OfTree { get; }

    /// <summary>The draw of one tree; null where all features are used.</summary>
    public static ColumnDraw? Create(BoostingOptions options, int featureCount, StreamKey key) =>
        options is { ColumnSampleByTree: 1, ColumnSampleByLevel: 1, ColumnSampleByNode: 1 } ? null : new(options, featureCount, key);

    public bool[] OfNode(int index, int depth)
    {
        if (!levels.TryGetValue(depth, out var level))
        {
            level = Some(OfTree, options.ColumnSampleByLevel, key.Derive("level").Derive(depth));
            levels.Add(depth, level);
        }

        return Some(level, options.ColumnSampleByNode, key.Derive("node").Derive(index));
    }

    private static bool[] Some(bool[] from, double share, StreamKey key)
    {
        if (share == 1)
        {
            return from;
        }

        var order = new List<int>(from.Length);
        for (var f = 0; f < from.Length; f++)
        {
            if (from[f])
            {
                order.Add(f);
            }
        }

        var result = new bool[from.Length];
        var stream = key.Open();
        var wanted = Math.Max(1, (int)(share * order.Count));
        for (var drawn = 0; drawn < wanted; drawn++)
        {
            var pick = drawn + stream.NextInt(order.Count - drawn);
            (order[drawn], order[pick]) = (order[pick], order[drawn]);
            result[order[drawn]] = true;
        }

        return result;
    }
}
