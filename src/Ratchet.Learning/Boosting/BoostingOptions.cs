namespace Ratchet.Learning.Boosting;

/// <summary>Parameters of gradient boosting; names, meaning and most defaults are XGBoost's.</summary>
public sealed record BoostingOptions
{
    /// <summary>What is made small; default <see cref="BoostingObjective.BinaryLogistic"/>.</summary>
    public BoostingObjective Objective { get; init; } = BoostingObjective.BinaryLogistic;

    /// <summary>Rounds at most; default 100, at least 1. A round grows one tree, or one a class under softmax.</summary>
    public int Rounds { get; init; } = 100;

    /// <summary>What each tree's weights are multiplied by (eta); default 0.3, above 0 and at most 1.</summary>
    public double LearningRate { get; init; } = 0.3;

    /// <summary>The most splits on a way down; default 6. 0 is unlimited and needs <see cref="MaxLeaves"/>.</summary>
    public int MaxDepth { get; init; } = 6;

    /// <summary>The most leaves of a tree, which then grows at its best leaf first (lossguide); default 0: no limit, level by level (depthwise). Otherwise at least 2.</summary>
    public int MaxLeaves { get; init; }

    /// <summary>The chance of each row to be in a tree's sample, drawn anew for each tree; default 1, above 0 and at most 1.</summary>
    public double Subsample { get; init; } = 1;

    /// <summary>The share of features drawn for each tree; default 1, above 0 and at most 1. At least one feature is drawn.</summary>
    public double ColumnSampleByTree { get; init; } = 1;

    /// <summary>The share of the tree's features drawn for each level; default 1, above 0 and at most 1.</summary>
    public double ColumnSampleByLevel { get; init; } = 1;

    /// <summary>The share of the level's features drawn for each node; default 1, above 0 and at most 1.</summary>
    public double ColumnSampleByNode { get; init; } = 1;

    /// <summary>The L2 penalty of leaf weights; default 1, at least 0.</summary>
    public double Lambda { get; init; } = 1;

    /// <summary>The L1 penalty of leaf weights; default 0, at least 0.</summary>
    public double Alpha { get; init; }

    /// <summary>The least gain of a split, without the factor 1/2; default 0, at least 0. A node whose best split gains less is not split, as in XGBoost's hist.</summary>
    public double Gamma { get; init; }

    /// <summary>The least sum of hessians of a child; default 1, at least 0.</summary>
    public double MinChildWeight { get; init; } = 1;

    /// <summary>The largest absolute leaf weight before shrinkage; default 0: unlimited.</summary>
    public double MaxDeltaStep { get; init; }

    /// <summary>What the gradients of class 1 are multiplied by under <see cref="BoostingObjective.BinaryLogistic"/>; default 1, above 0. Losses do not count it.</summary>
    public double ScalePositiveWeight { get; init; } = 1;

    /// <summary>
    /// The prediction before the first tree: a probability within (0, 1) for <see cref="BoostingObjective.BinaryLogistic"/>, else a margin.
    /// Default null: the weighted mean of the training targets (a probability is kept within [1e-6, 1 - 1e-6]), and 0.5 for every class under softmax.
    /// XGBoost 1.7 has 0.5 for all. Rounded to float32.
    /// </summary>
    public double? BaseScore { get; init; }

    /// <summary>
    /// Stop when the validation loss has not fallen for so many rounds, and keep the rounds up to the best; default 0: never. Needs a validation view.
    /// </summary>
    public int EarlyStoppingRounds { get; init; }

    /// <summary>For each feature +1 where predictions must not fall as it grows, -1 where they must not rise, 0 for neither; default empty: no constraints.</summary>
    public IReadOnlyList<int> MonotoneConstraints { get; init; } = [];

    /// <summary>Checks the range of every option.</summary>
    /// <exception cref="ArgumentOutOfRangeException">An option is outside its range.</exception>
    /// <exception cref="ArgumentException">Two options contradict each other.</exception>
    public void Validate()
    {
        if (!Enum.IsDefined(Objective))
        {
            throw new ArgumentOutOfRangeException(nameof(Objective), Objective, "Objective must be a defined value.");
        }

        AtLeast(Rounds, 1, nameof(Rounds));
        AtLeast(MaxDepth, 0, nameof(MaxDepth));
        AtLeast(EarlyStoppingRounds, 0, nameof(EarlyStoppingRounds));
        Share(LearningRate, nameof(LearningRate));
        Share(Subsample, nameof(Subsample));
        Share(ColumnSampleByTree, nameof(ColumnSampleByTree));
        Share(ColumnSampleByLevel, nameof(ColumnSampleByLevel));
        Share(ColumnSampleByNode, nameof(ColumnSampleByNode));
        NotNegative(Lambda, nameof(Lambda));
        NotNegative(Alpha, nameof(Alpha));
        NotNegative(Gamma, nameof(Gamma));
        NotNegative(MinChildWeight, nameof(MinChildWeight));
        NotNegative(MaxDeltaStep, nameof(MaxDeltaStep));
        if (MaxLeaves is < 0 or 1)
        {
            throw new ArgumentOutOfRangeException(nameof(MaxLeaves), MaxLeaves, "MaxLeaves must be 0 or at least 2.");
        }

        if (MaxDepth == 0 && MaxLeaves == 0)
        {
            throw new ArgumentException("MaxDepth and MaxLeaves are both 0; at least one must limit the trees.", nameof(MaxLeaves));
        }

        if (!(double.IsFinite(ScalePositiveWeight) && ScalePositiveWeight > 0))
        {
            throw new ArgumentOutOfRangeException(nameof(ScalePositiveWeight), ScalePositiveWeight, "ScalePositiveWeight must be finite and above 0.");
        }

        if (ScalePositiveWeight != 1 && Objective != BoostingObjective.BinaryLogistic)
        {
            throw new ArgumentException($"ScalePositiveWeight is {ScalePositiveWeight} and Objective {Objective}; only BinaryLogistic has a positive class.", nameof(ScalePositiveWeight));
        }

        CheckBaseScore();
        for (var f = 0; f < MonotoneConstraints.Count; f++)
        {
            if (MonotoneConstraints[f] is < -1 or > 1)
            {
                throw new ArgumentOutOfRangeException(nameof(MonotoneConstraints), MonotoneConstraints[f], $"MonotoneConstraints[{f}] must be -1, 0 or +1.");
            }
        }
    }

    private static void AtLeast(int value, int least, string name)
    {
        if (value < least)
        {
            throw new ArgumentOutOfRangeException(name, value, $"{name} must be at least {least}.");
        }
    }

    private static void Share(double value, string name)
    {
        if (!(value is > 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(name, value, $"{name} must be above 0 and at most 1.");
        }
    }

    private static void NotNegative(double value, string name)
    {
        if (!(double.IsFinite(value) && value >= 0))
        {
            throw new ArgumentOutOfRangeException(name, value, $"{name} must be finite and at least 0.");
        }
    }

    private void CheckBaseScore()
    {
        if (BaseScore is not { } score)
        {
            return;
        }

        if (Objective == BoostingObjective.BinaryLogistic ? !((float)score is > 0 and < 1) : !float.IsFinite((float)score))
        {
            var range = Objective == BoostingObjective.BinaryLogistic ? "a probability above 0 and below 1" : "finite as float32";
            throw new ArgumentOutOfRangeException(nameof(BaseScore), score, $"BaseScore must be {range} for {Objective}.");
        }
    }
}
