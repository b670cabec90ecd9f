using Ratchet.Learning.Binning;
using Ratchet.Learning.Forests;
using Ratchet.Learning.Trees;

namespace Ratchet.Learning.Boosting;

/// <summary>
/// The contents of a <see cref="BoostedTrees"/> as flat arrays, for whoever stores models. <see cref="Of"/> and <see cref="ToModel"/> are inverses. Nothing is
/// copied where an array is whole, so that the arrays must not be written afterwards.
/// </summary>
public sealed record BoostedParts
{
    /// <summary>What was made small.</summary>
    public required BoostingObjective Objective { get; init; }

    /// <summary>How many classes; 1 for squared error.</summary>
    public required int ClassCount { get; init; }

    /// <summary>The names and thresholds of the features.</summary>
    public required FeatureBins Bins { get; init; }

    /// <summary>The base margin as it is given: a probability for two classes.</summary>
    public required double BaseScore { get; init; }

    /// <summary>How many rounds gave the lowest validation loss.</summary>
    public required int BestRound { get; init; }

    /// <summary>The training loss after each round that was run.</summary>
    public required ReadOnlyMemory<double> TrainingLosses { get; init; }

    /// <summary>The validation loss after each round that was run; empty where there was no validation.</summary>
    public required ReadOnlyMemory<double> ValidationLosses { get; init; }

    /// <summary>The root of each tree among the nodes, ascending from 0, and at last the number of nodes; round by round and in each round class by class.</summary>
    public required ReadOnlyMemory<int> Starts { get; init; }

    /// <summary>The splits on the longest way down of each tree.</summary>
    public required ReadOnlyMemory<int> Depths { get; init; }

    /// <summary>All nodes, tree after tree; children come after their parent and count from the first tree's root.</summary>
    public required ReadOnlyMemory<TreeNode> Nodes { get; init; }

    /// <summary>What each node adds to a margin.</summary>
    public required ReadOnlyMemory<double> Values { get; init; }

    /// <summary>The sum of hessians at each node.</summary>
    public required ReadOnlyMemory<double> Weights { get; init; }

    /// <summary>The gain of each split.</summary>
    public required ReadOnlyMemory<double> Gains { get; init; }

    /// <summary>The value of each node before the learning rate.</summary>
    public required ReadOnlyMemory<double> BaseWeights { get; init; }

    /// <summary>Takes a model apart.</summary>
    /// <param name="model">The model.</param>
    public static BoostedParts Of(BoostedTrees model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return new()
        {
            Objective = model.Objective,
            ClassCount = model.ClassCount,
            Bins = model.Bins,
            BaseScore = model.BaseScore,
            BestRound = model.BestRound,
            TrainingLosses = model.TrainingLosses.ToArray(),
            ValidationLosses = model.ValidationLosses.ToArray(),
            Starts = model.Trees.Starts,
            Depths = model.Trees.Depths,
            Nodes = model.Trees.Nodes,
            Values = model.Trees.Values,
            Weights = model.Trees.Weights,
            Gains = model.Trees.Gains,
            BaseWeights = model.BaseWeights,
        };
    }

    /// <summary>Checks every length, node and number and puts the model together, which then predicts within its stated depth and inside its arrays.</summary>
    /// <exception cref="ArgumentException">The parts are not those of boosted trees; the message says where.</exception>
    public BoostedTrees ToModel()
    {
        ArgumentNullException.ThrowIfNull(Bins);
        var (least, most) = Objective switch
        {
            BoostingObjective.SquaredError => (1, 1),
            BoostingObjective.BinaryLogistic => (1, 2),
            BoostingObjective.Softmax => (1, ushort.MaxValue),
            _ => throw new ArgumentException($"The objective is {(int)Objective}, which does not exist."),
        };
        if (ClassCount < least || ClassCount > most)
        {
            throw new ArgumentException($"The objective is {Objective} with {ClassCount} classes; it must have from {least} to {most}.");
        }

        var groups = Objective == BoostingObjective.Softmax ? ClassCount : 1;
        if (Depths.IsEmpty || Depths.Length % groups != 0 || BestRound < 0)
        {
            throw new ArgumentException($"There are {Depths.Length} trees for {groups} groups and the best round is {BestRound}; there must be whole rounds, at least one.");
        }

        var isProbability = Objective == BoostingObjective.BinaryLogistic;
        if (!double.IsFinite(BaseScore) || (isProbability && BaseScore is not (> 0 and < 1)))
        {
            throw new ArgumentException($"BaseScore is {BaseScore}; it must be finite, and in (0, 1) for {BoostingObjective.BinaryLogistic}.");
        }

        TreeShape.RequireValid(Nodes.Span, Starts.Span, Depths.Span, Bins);
        ForestParts.RequireNumbers(Values.Span, Nodes.Length, nameof(Values));
        ForestParts.RequireNumbers(Weights.Span, Nodes.Length, nameof(Weights));
        ForestParts.RequireNumbers(Gains.Span, Nodes.Length, nameof(Gains));
        ForestParts.RequireNumbers(BaseWeights.Span, Nodes.Length, nameof(BaseWeights));
        var trees = new FlatTrees(
            ForestParts.Whole(Nodes),
            ForestParts.Whole(Values),
            ForestParts.Whole(Weights),
            ForestParts.Whole(Gains),
            ForestParts.Whole(Starts),
            ForestParts.Whole(Depths),
            1);
        return new(
            Objective,
            ClassCount,
            Bins,
            trees,
            groups,
            BaseScore,
            ForestParts.Whole(BaseWeights),
            BestRound,
            TrainingLosses.ToArray(),
            ValidationLosses.ToArray());
    }
}
