using Ratchet.Numerics.Randomness;

namespace Ratchet.Learning.Trees;

/// <summary>Draws features without replacement for one node after another (a partial Fisher-Yates shuffle). Reset for each tree.</summary>
internal sealed class FeatureDraw
{
    private readonly int[] order;
    private int drawn;

    public FeatureDraw(int featureCount)
    {
        order = new int[featureCount];
        Reset();
    }

    /// <summary>Whether features are left for this node.</summary>
    public bool Any => drawn < order.Length;

    public void Reset()
    {
        for (var f = 0; f < order.Length; f++)
        {
            order[f] = f;
        }

        drawn = 0;
    }

    /// <summary>Begins a node: all features can be drawn again.</summary>
    public void Begin() => drawn = 0;

    public int Next(RandomStream stream)
    {
        var pick = drawn + stream.NextInt(order.Length - drawn);
        var feature = order[pick];
        order[pick] = order[drawn];
        order[drawn++] = feature;
        return feature;
    }
}
