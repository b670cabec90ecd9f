using Ratchet.Learning.Binning;
using Ratchet.Learning.Forests;
using Ratchet.Learning.Trees;

namespace Ratchet.Learning.Exchange;

/// <summary>From the bins of a forest to thresholds.</summary>
internal static class ForestConversion
{
    public static TreeEnsemble Convert(RandomForest forest)
    {
        ArgumentNullException.ThrowIfNull(forest);
        var flat = forest.Trees;
        var trees = new List<EnsembleTree>(checked(flat.TreeCount * flat.OutputCount));
        for (var group = 0; group < flat.OutputCount; group++)
        {
            for (var t = 0; t < flat.TreeCount; t++)
            {
                trees.Add(Tree(flat, t, group, forest.Bins));
            }
        }

        return new(new()
        {
            Objective = EnsembleObjective.SquaredError,
            FeatureCount = forest.Bins.FeatureCount,
            Groups = flat.OutputCount,
            ParallelTrees = flat.TreeCount,
            BaseScores = [0f],
            Trees = trees,
            FeatureNames = forest.Bins.Names,
            Attributes = EnsembleOrigin.Now(EnsembleOrigin.Forest, forest.Task == ForestTask.Classification, forest.ClassCount).ToAttributes(),
        });
    }

    /// <summary>The float32 threshold that does what a split on bins does.</summary>
    public static float Threshold(FeatureBins bins, TreeNode node)
    {
        var thresholds = bins.Thresholds(node.Feature);

        // A split that only parts the missing rows from all others: every finite number is below, but for the largest float itself.
        return node.Bin < thresholds.Length ? thresholds[node.Bin] : float.MaxValue;
    }

    private static EnsembleTree Tree(FlatTrees flat, int tree, int group, FeatureBins bins)
    {
        var start = flat.Starts[tree];
        var nodes = new EnsembleNode[flat.Starts[tree + 1] - start];
        for (var n = 0; n < nodes.Length; n++)
        {
            var node = flat.Nodes[start + n];
            var value = (float)(flat.Values[((start + n) * flat.OutputCount) + group] / flat.TreeCount);
            var cover = (float)flat.Weights[start + n];
            nodes[n] = node.IsLeaf
                ? EnsembleNode.Leaf(value, cover, value)
                : new(node.Left - start, node.Feature, Threshold(bins, node), node.MissingGoesLeft, 0, (float)flat.Gains[start + n], cover, value);
        }

        return new(group, nodes);
    }
}
