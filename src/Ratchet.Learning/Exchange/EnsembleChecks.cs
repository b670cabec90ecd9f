namespace Ratchet.Learning.Exchange;

/// <summary>Holds the parts of an ensemble against each other.</summary>
internal static class EnsembleChecks
{
    public static void Check(EnsembleDefinition definition)
    {
        ArgumentNullException.ThrowIfNull(definition);
        var d = definition;
        Require(Enum.IsDefined(d.Objective), $"Objective is {d.Objective}; it must be one of the named objectives.");
        Require(d.FeatureCount is > 0 and < EnsembleNode.RemovedFeature, $"FeatureCount is {d.FeatureCount}; it must be at least 1.");
        Require(d.Groups >= 1, $"Groups is {d.Groups}; it must be at least 1.");
        Require(d.ParallelTrees >= 1, $"ParallelTrees is {d.ParallelTrees}; it must be at least 1.");
        Require(
            float.IsFinite(d.PositiveWeight) && d.PositiveWeight >= 0,
            $"PositiveWeight is {d.PositiveWeight}; it must be finite and at least 0.");
        Require(
            d.FeatureNames.Count == 0 || d.FeatureNames.Count == d.FeatureCount,
            $"There are {d.FeatureNames.Count} feature names for {d.FeatureCount} features; there must be one each, or none.");
        Require(
            d.FeatureTypes.Count == 0 || d.FeatureTypes.Count == d.FeatureCount,
            $"There are {d.FeatureTypes.Count} feature types for {d.FeatureCount} features; there must be one each, or none.");
        CheckBaseScores(d);
        CheckTrees(d);
    }

    /// <summary>The first tree of each round, and the number of trees.</summary>
    public static int[] RoundStarts(EnsembleDefinition definition)
    {
        var count = definition.Trees.Count;
        if (definition.RoundStarts is { } given)
        {
            var valid = given.Count > 0 && given[0] == 0 && given[^1] == count;
            for (var r = 1; r < given.Count; r++)
            {
                valid &= given[r] >= given[r - 1];
            }

            Require(valid, $"RoundStarts is [{string.Join(", ", given.Take(20))}]; it must ascend from 0 to the number of trees, {count}.");
            return [.. given];
        }

        var size = (long)definition.Groups * definition.ParallelTrees;
        Require(
            count % size == 0,
            $"There are {count} trees, and a round has {definition.Groups} groups times {definition.ParallelTrees} trees; the trees must make whole rounds.");
        var starts = new int[(count / size) + 1];
        for (var r = 0; r < starts.Length; r++)
        {
            starts[r] = (int)(r * size);
        }

        return starts;
    }

    private static void CheckBaseScores(EnsembleDefinition d)
    {
        Require(
            d.BaseScores.Count == 1 || d.BaseScores.Count == d.Groups,
            $"There are {d.BaseScores.Count} base scores for {d.Groups} groups; there must be one, or one each.");
        foreach (var score in d.BaseScores)
        {
            Require(float.IsFinite(score), $"A base score is {score}; it must be finite.");
            Require(
                !EnsembleLink.IsLogistic(d.Objective) || score is > 0 and < 1,
                $"A base score is {score}; for {d.Objective} it is a probability and must be in (0, 1).");
        }
    }

    private static void CheckTrees(EnsembleDefinition d)
    {
        for (var t = 0; t < d.Trees.Count; t++)
        {
            var tree = d.Trees[t] ?? throw new ArgumentException($"Tree {t} is null.");
            Require(tree.Group < d.Groups, $"Tree {t} adds to group {tree.Group}; a group must be in [0, {d.Groups}).");
            Require(
                tree.LargestFeature < d.FeatureCount,
                $"Tree {t} splits on feature {tree.LargestFeature}; a feature must be in [0, {d.FeatureCount}).");
        }
    }

    private static void Require(bool holds, string rule)
    {
        if (!holds)
        {
            throw new ArgumentException(rule);
        }
    }
}
