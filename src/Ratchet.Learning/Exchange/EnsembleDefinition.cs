namespace Ratchet.Learning.Exchange;

/// <summary>The parts of a <see cref="TreeEnsemble"/>.</summary>
public sealed record EnsembleDefinition
{
    /// <summary>How margins become predictions.</summary>
    public required EnsembleObjective Objective { get; init; }

    /// <summary>How many features a row has.</summary>
    public required int FeatureCount { get; init; }

    /// <summary>The trees, in the order in which their leaves are added.</summary>
    public required IReadOnlyList<EnsembleTree> Trees { get; init; }

    /// <summary>Outputs a row: the classes of a soft-max objective, else 1, or more for a forest of more than two classes; default 1.</summary>
    public int Groups { get; init; } = 1;

    /// <summary>What a row has before any tree, as a prediction rather than a margin (a probability for the logistic objectives but the raw one): one number, or one a group; default 0.5.</summary>
    public IReadOnlyList<float> BaseScores { get; init; } = [0.5f];

    /// <summary>Trees that a round of boosting adds to each group; default 1. A forest is one round.</summary>
    public int ParallelTrees { get; init; } = 1;

    /// <summary>The first tree of each round, and the number of trees; null where every round has <see cref="Groups"/> times <see cref="ParallelTrees"/> trees.</summary>
    public IReadOnlyList<int>? RoundStarts { get; init; }

    /// <summary>A name a feature, or none.</summary>
    public IReadOnlyList<string> FeatureNames { get; init; } = [];

    /// <summary>XGBoost's type of each feature (float, int, i, q, c), or none.</summary>
    public IReadOnlyList<string> FeatureTypes { get; init; } = [];

    /// <summary>Texts that travel with the model, such as best_iteration.</summary>
    public IReadOnlyDictionary<string, string> Attributes { get; init; } = new Dictionary<string, string>();

    /// <summary>How much the positive class weighed in training (scale_pos_weight); without effect on predictions; default 1.</summary>
    public float PositiveWeight { get; init; } = 1;
}
