using Ratchet.Learning.Exchange;

namespace Ratchet.Storage.Models;

/// <summary>One tree of a model file: parallel arrays, an entry a node.</summary>
internal static class XgboostTree
{
    public static EnsembleTree Read(XgboostField tree, int group, int featureCount, float leafWeight)
    {
        var parameters = tree["tree_param"];
        var count = parameters["num_nodes"].Count();
        RefuseVectors(parameters);
        RefuseCategories(tree, count);
        var left = tree["left_children"].Integers(count);
        var right = tree["right_children"].Integers(count);
        var features = tree["split_indices"].Integers(count);
        var conditions = tree["split_conditions"].Reals(count);
        var missingLeft = tree["default_left"].Integers(count);
        var gains = tree["loss_changes"].Reals(count);
        var covers = tree["sum_hessian"].Reals(count);
        var baseWeights = tree["base_weights"].Reals(count);
        var nodes = new EnsembleNode[count];
        for (var n = 0; n < count; n++)
        {
            CheckChildren(tree, n, left[n], right[n], count);
            var leaf = left[n] == -1;
            if (!leaf && (features[n] < 0 || features[n] >= featureCount))
            {
                throw tree["split_indices"].Error(n, $"is {features[n]}; a feature must be in [0, {featureCount})", XgboostField.SaveAgain);
            }

            if (missingLeft[n] is not (0 or 1))
            {
                throw tree["default_left"].Error(n, $"is {missingLeft[n]}; it must be 0 or 1", XgboostField.SaveAgain);
            }

            nodes[n] = new(
                left[n], features[n], leaf ? 0 : conditions[n], missingLeft[n] == 1, leaf ? conditions[n] * leafWeight : 0, gains[n], covers[n], baseWeights[n]);
        }

        return Check(tree, Build(tree, group, nodes), parameters);
    }

    private static EnsembleTree Build(XgboostField tree, int group, EnsembleNode[] nodes)
    {
        try
        {
            return new(group, nodes);
        }
        catch (ArgumentException exception)
        {
            throw tree.Error($"is no tree: {exception.Message}", XgboostField.SaveAgain);
        }
    }

    private static EnsembleTree Check(XgboostField field, EnsembleTree tree, XgboostField parameters)
    {
        if (parameters.Find("num_deleted") is { } removed && removed.Count() != tree.RemovedCount)
        {
            throw removed.Error($"is {removed.Count()} and the root does not reach {tree.RemovedCount} nodes; they must agree", XgboostField.SaveAgain);
        }

        if (field.Find("parents") is { } parents)
        {
            var given = parents.Integers(tree.Nodes.Length);
            for (var n = 1; n < given.Length; n++)
            {
                if (!tree.IsRemoved(n) && given[n] != tree.Parents[n])
                {
                    throw parents.Error(n, $"is {given[n]} and the node is a child of {tree.Parents[n]}; they must agree", XgboostField.SaveAgain);
                }
            }
        }

        return tree;
    }

    private static void CheckChildren(XgboostField tree, int node, int left, int right, int count)
    {
        if (left != -1 && (left < 1 || left >= count))
        {
            throw tree["left_children"].Error(node, $"is {left}; a child must be in [1, {count}), or -1 at a leaf", XgboostField.SaveAgain);
        }

        var expected = left == -1 ? -1 : left + 1;
        if (right != expected || right >= count)
        {
            throw tree["right_children"].Error(
                node, $"is {right} and the left child {left}; the right child must follow the left one within {count} nodes, and a leaf has -1 for both", XgboostField.SaveAgain);
        }
    }

    private static void RefuseVectors(XgboostField parameters)
    {
        if (parameters.Find("size_leaf_vector") is { } size && size.Count() > 1)
        {
            throw size.Error($"is {size.Count()}: the leaves hold vectors, which are not supported", "Train with multi_strategy=\"one_output_per_tree\".");
        }
    }

    private static void RefuseCategories(XgboostField tree, int count)
    {
        const string Remedy = "Encode categories as numbers, or as a column each, and train without enable_categorical.";
        if (tree.Find("split_type") is { } type)
        {
            var types = type.Integers(count);
            for (var n = 0; n < count; n++)
            {
                if (types[n] != 0)
                {
                    throw type.Error(n, $"is {types[n]}: a categorical split, which is not supported", Remedy);
                }
            }
        }

        if (tree.Find("categories_nodes") is { } nodes && nodes.Length() > 0)
        {
            throw nodes.Error($"names {nodes.Length()} nodes with categorical splits, which are not supported", Remedy);
        }
    }
}
