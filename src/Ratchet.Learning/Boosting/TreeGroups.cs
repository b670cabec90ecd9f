using Ratchet.Learning.Forests;
using Ratchet.Learning.Trees;

namespace Ratchet.Learning.Boosting;

/// <summary>Sorts trees that stand round by round into one ensemble a class, for prediction.</summary>
internal static class TreeGroups
{
    public static FlatTrees[] Split(FlatTrees trees, int groups)
    {
        var result = new FlatTrees[groups];
        for (var k = 0; k < groups; k++)
        {
            var own = new List<GrownTree>();
            for (var t = k; t < trees.TreeCount; t += groups)
            {
                own.Add(Take(trees, t));
            }

            result[k] = FlatTrees.Join(own.ToArray(), 1);
        }

        return result;
    }

    private static GrownTree Take(FlatTrees trees, int tree)
    {
        var start = trees.Starts[tree];
        var nodes = trees.Nodes[start..trees.Starts[tree + 1]];
        for (var n = 0; n < nodes.Length; n++)
        {
            nodes[n] = nodes[n].Moved(-start);
        }

        var range = start..trees.Starts[tree + 1];
        return new(nodes, trees.Values[range], trees.Weights[range], trees.Gains[range], trees.Depths[tree]);
    }
}
