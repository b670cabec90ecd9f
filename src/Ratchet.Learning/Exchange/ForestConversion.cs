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
        if (forest.IsPredictionOnly)
        {
            throw new InvalidOperationException(
                "The forest was read for prediction only; an ensemble needs the weights and gains of its nodes, so read it with all details.");
        }

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

        // A split that only parts the missing rows from all others. Every number below the largest float32 once rounded to float32 goes left; that one, greater
        // doubles and +infinity, which the bins know, would go where missing values go. XGBoost refuses infinite values and reads no infinite threshold.
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
