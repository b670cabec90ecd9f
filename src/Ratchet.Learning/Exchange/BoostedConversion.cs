using Ratchet.Learning.Boosting;

namespace Ratchet.Learning.Exchange;

/// <summary>From the bins of boosted trees to thresholds.</summary>
internal static class BoostedConversion
{
    public static TreeEnsemble Convert(BoostedTrees model)
    {
        ArgumentNullException.ThrowIfNull(model);
        var trees = new EnsembleTree[model.Trees.TreeCount];
        for (var t = 0; t < trees.Length; t++)
        {
            trees[t] = Tree(model, t);
        }

        var classification = model.Objective != BoostingObjective.SquaredError;
        return new(new()
        {
            Objective = model.Objective switch
            {
                BoostingObjective.BinaryLogistic => EnsembleObjective.BinaryLogistic,
                BoostingObjective.Softmax => EnsembleObjective.SoftProbability,
                _ => EnsembleObjective.SquaredError,
            },
            FeatureCount = model.Bins.FeatureCount,
            Groups = model.Groups,
            BaseScores = [(float)model.BaseScore],
            Trees = trees,
            FeatureNames = model.Bins.Names,
            Attributes = EnsembleOrigin.Now(EnsembleOrigin.Boosted, classification, model.ClassCount).ToAttributes(),
        });
    }

    private static EnsembleTree Tree(BoostedTrees model, int tree)
    {
        var flat = model.Trees;
        var start = flat.Starts[tree];
        var nodes = new EnsembleNode[flat.Starts[tree + 1] - start];
        for (var n = 0; n < nodes.Length; n++)
        {
            var node = flat.Nodes[start + n];
            var cover = (float)flat.Weights[start + n];
            var weight = (float)model.BaseWeights[start + n];
            nodes[n] = node.IsLeaf
                ? EnsembleNode.Leaf((float)flat.Values[start + n], cover, weight)
                : new(
                    node.Left - start,
                    node.Feature,
                    ForestConversion.Threshold(model.Bins, node),
                    node.MissingGoesLeft,
                    0,
                    (float)flat.Gains[start + n],
                    cover,
                    weight);
        }

        return new(tree % model.Groups, nodes);
    }
}
