using Ratchet.Learning.Forests;

namespace Ratchet.Strategies.Ensemble;

/// <summary>The four forests and the layer above them.</summary>
public sealed record EnsembleOptions
{
    /// <summary>The entry classifier: 100 trees, depth 10, split 20, leaf 10, sqrt.</summary>
    public ForestOptions Entry { get; init; } = new()
    {
        Task = ForestTask.Classification,
        Criterion = SplitCriterion.Gini,
        Trees = 100,
        MaxDepth = 10,
        MinSamplesSplit = 20,
        MinSamplesLeaf = 10,
        MaxFeatures = MaxFeatures.Sqrt,
    };

    /// <summary>The position regressor: 100 trees, depth 8, split 15, leaf 8, sqrt.</summary>
    public ForestOptions Position { get; init; } = new()
    {
        Task = ForestTask.Regression,
        Criterion = SplitCriterion.SquaredError,
        Trees = 100,
        MaxDepth = 8,
        MinSamplesSplit = 15,
        MinSamplesLeaf = 8,
        MaxFeatures = MaxFeatures.Sqrt,
    };

    /// <summary>The exit classifier: 100 trees, depth 12, split 25, leaf 12, log2.</summary>
    public ForestOptions Exit { get; init; } = new()
    {
        Task = ForestTask.Classification,
        Criterion = SplitCriterion.Gini,
        Trees = 100,
        MaxDepth = 12,
        MinSamplesSplit = 25,
        MinSamplesLeaf = 12,
        MaxFeatures = MaxFeatures.Log2,
    };

    /// <summary>The profit regressor: 100 trees, depth 15, split 30, leaf 15, sqrt.</summary>
    public ForestOptions Profit { get; init; } = new()
    {
        Task = ForestTask.Regression,
        Criterion = SplitCriterion.SquaredError,
        Trees = 100,
        MaxDepth = 15,
        MinSamplesSplit = 30,
        MinSamplesLeaf = 15,
        MaxFeatures = MaxFeatures.Sqrt,
    };

    /// <summary>The layer that weighs the four.</summary>
    public MetaOptions Meta { get; init; } = new();

    /// <summary>All roles in their fixed order.</summary>
    public static IReadOnlyList<EnsembleRole> Roles { get; } = [EnsembleRole.Entry, EnsembleRole.Position, EnsembleRole.Exit, EnsembleRole.Profit];

    /// <summary>The options of one model.</summary>
    /// <param name="role">Which.</param>
    public ForestOptions this[EnsembleRole role] => role switch
    {
        EnsembleRole.Entry => Entry,
        EnsembleRole.Position => Position,
        EnsembleRole.Exit => Exit,
        EnsembleRole.Profit => Profit,
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, "There are four roles."),
    };

    /// <summary>The same ensemble with one model's options replaced.</summary>
    /// <param name="role">Which model.</param>
    /// <param name="options">Its new options.</param>
    public EnsembleOptions With(EnsembleRole role, ForestOptions options) => role switch
    {
        EnsembleRole.Entry => this with { Entry = options },
        EnsembleRole.Position => this with { Position = options },
        EnsembleRole.Exit => this with { Exit = options },
        EnsembleRole.Profit => this with { Profit = options },
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, "There are four roles."),
    };

    /// <summary>Checks every part.</summary>
    /// <exception cref="ArgumentException">A value is out of its range; the message names it.</exception>
    public void Validate()
    {
        foreach (var role in Roles)
        {
            this[role].Validate();
        }

        Meta.Validate();
    }
}
