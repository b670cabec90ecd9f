using Ratchet.Learning.Exchange;

namespace Ratchet.Storage.Models;

/// <summary>The trees of a model file.</summary>
/// <param name="Trees">The trees.</param>
/// <param name="ParallelTrees">Trees that a round adds to each group.</param>
/// <param name="RoundStarts">The first tree of each round, and the number of trees; null where the file does not say.</param>
internal sealed record XgboostBooster(EnsembleTree[] Trees, int ParallelTrees, int[]? RoundStarts)
{
    public static XgboostBooster Read(XgboostField booster, int groups, int featureCount)
    {
        var name = booster["name"];
        return name.Text() switch
        {
            "gbtree" => ReadTrees(booster["model"], groups, featureCount, null),
            "dart" => ReadTrees(booster["gbtree"]["model"], groups, featureCount, booster["weight_drop"]),
            "gblinear" => throw name.Error("is \"gblinear\", a linear model; only tree models are read", "Train with the booster gbtree."),
            var other => throw name.Error($"is \"{other}\"; gbtree and dart are read", "Train with the booster gbtree."),
        };
    }

    private static XgboostBooster ReadTrees(XgboostField model, int groups, int featureCount, XgboostField? drop)
    {
        var parameters = model["gbtree_model_param"];
        var list = model["trees"];
        var count = parameters["num_trees"].Count();
        var info = model["tree_info"].Integers(count);
        var weights = drop?.Reals(count);
        var items = list.Items(count);
        var trees = new EnsembleTree[count];
        var t = 0;
        foreach (var item in items)
        {
            if (info[t] < 0 || info[t] >= groups)
            {
                throw model["tree_info"].Error(t, $"is {info[t]}; a group must be in [0, {groups})", XgboostField.SaveAgain);
            }

            trees[t] = XgboostTree.Read(list.Entry(t, item), info[t], featureCount, weights?[t] ?? 1);
            t++;
        }

        var parallel = parameters.Find("num_parallel_tree")?.Count() ?? 1;
        var rounds = model.Find("iteration_indptr");
        return new(trees, Math.Max(1, parallel), rounds?.Integers(rounds.Value.Length()));
    }
}
