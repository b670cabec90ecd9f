namespace Ratchet.Learning.Forests;

/// <summary>The parameters of a random forest; names and meanings are scikit-learn's.</summary>
public sealed record ForestOptions
{
    private readonly SplitCriterion? criterion;

    /// <summary>What is predicted; default classification.</summary>
    public ForestTask Task { get; init; }

    /// <summary>How many trees; default 100, at least 1.</summary>
    public int Trees { get; init; } = 100;

    /// <summary>The most splits on a way down; default 10; 0 is unlimited.</summary>
    public int MaxDepth { get; init; } = 10;

    /// <summary>The fewest rows of a node that is split; default 2, at least 2. Rows are distinct rows of the tree's sample: one drawn thrice counts once.</summary>
    public int MinSamplesSplit { get; init; } = 2;

    /// <summary>The fewest rows of a leaf, counted in the same way; default 1, at least 1.</summary>
    public int MinSamplesLeaf { get; init; } = 1;

    /// <summary>How many features a node looks at; default the square root. A node goes on looking while all that it has seen are constant in it.</summary>
    public MaxFeatures MaxFeatures { get; init; } = MaxFeatures.Sqrt;

    /// <summary>The impurity; default Gini for classification, squared error for regression.</summary>
    public SplitCriterion Criterion
    {
        get => criterion ?? (Task == ForestTask.Regression ? SplitCriterion.SquaredError : SplitCriterion.Gini);
        init => criterion = value;
    }

    /// <summary>Whether each tree learns on rows drawn with replacement; default true.</summary>
    public bool Bootstrap { get; init; } = true;

    /// <summary>How many rows are drawn, as a share of the view's; default 1, in (0, 1]. Must stay 1 without <see cref="Bootstrap"/>.</summary>
    public double MaxSamples { get; init; } = 1.0;

    /// <summary>How classes are weighed; default alike. Only for classification. Weights of rows come on top.</summary>
    public ClassWeighting ClassWeight { get; init; }

    /// <summary>
    /// A factor for each class, finite, at least 0 and one above it; empty (the default) for none. There must be as many as classes, and
    /// <see cref="ClassWeight"/> be none. Only for classification. A class of factor 0 is left out of every sample.
    /// </summary>
    public IReadOnlyList<double> ClassWeights { get; init; } = [];

    /// <summary>Which cuts a node looks at; default all.</summary>
    public SplitSearch Search { get; init; }

    /// <summary>A split must reduce the impurity, weighed by the node's share of the sample's weight, by this much; default 0.</summary>
    public double MinImpurityDecrease { get; init; }

    /// <summary>Checks the range of every option and that they agree.</summary>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
    /// <exception cref="ArgumentException">Two options contradict each other; both are named.</exception>
    public void Validate()
    {
        Require(Enum.IsDefined(Task), nameof(Task), Task, "must be Classification or Regression");
        Require(Enum.IsDefined(Criterion), nameof(Criterion), Criterion, "must be Gini, Entropy or SquaredError");
        Require(Enum.IsDefined(ClassWeight), nameof(ClassWeight), ClassWeight, "must be None, Balanced or BalancedSubsample");
        Require(Enum.IsDefined(Search), nameof(Search), Search, "must be Best or Random");
        Require(Trees >= 1, nameof(Trees), Trees, "must be at least 1");
        Require(MaxDepth >= 0, nameof(MaxDepth), MaxDepth, "must be at least 0 (unlimited)");
        Require(MinSamplesSplit >= 2, nameof(MinSamplesSplit), MinSamplesSplit, "must be at least 2");
        Require(MinSamplesLeaf >= 1, nameof(MinSamplesLeaf), MinSamplesLeaf, "must be at least 1");
        Require(MaxSamples is > 0 and <= 1, nameof(MaxSamples), MaxSamples, "must be in (0, 1]");
        Require(MinImpurityDecrease is >= 0 and < double.PositiveInfinity, nameof(MinImpurityDecrease), MinImpurityDecrease, "must be finite and at least 0");
        if ((Criterion == SplitCriterion.SquaredError) != (Task == ForestTask.Regression))
        {
            throw new ArgumentException($"Criterion is {Criterion} and Task is {Task}; squared error goes with regression, Gini and entropy with classification.");
        }

        if (!Bootstrap && MaxSamples != 1)
        {
            throw new ArgumentException($"MaxSamples is {MaxSamples} and Bootstrap is false; without a bootstrap every tree takes all rows, so MaxSamples must be 1.");
        }

        ValidateClassWeights();
    }

    private void ValidateClassWeights()
    {
        ArgumentNullException.ThrowIfNull(ClassWeights);
        for (var k = 0; k < ClassWeights.Count; k++)
        {
            Require(ClassWeights[k] is >= 0 and < double.PositiveInfinity, $"{nameof(ClassWeights)}[{k}]", ClassWeights[k], "must be finite and at least 0");
        }

        if (ClassWeights.Count > 0 && ClassWeights.All(w => w == 0))
        {
            throw new ArgumentException("ClassWeights are all 0; at least one must be above.");
        }

        if (ClassWeights.Count > 0 && ClassWeight != ClassWeighting.None)
        {
            throw new ArgumentException($"ClassWeight is {ClassWeight} and ClassWeights has {ClassWeights.Count} entries; only one of them may be given.");
        }

        if ((ClassWeight != ClassWeighting.None || ClassWeights.Count > 0) && Task == ForestTask.Regression)
        {
            throw new ArgumentException($"ClassWeight is {ClassWeight}, ClassWeights has {ClassWeights.Count} entries and Task is {Task}; class weights need classes.");
        }
    }

    private static void Require(bool holds, string name, object value, string rule)
    {
        if (!holds)
        {
            throw new ArgumentOutOfRangeException(name, value, $"{name} {rule}.");
        }
    }
}
