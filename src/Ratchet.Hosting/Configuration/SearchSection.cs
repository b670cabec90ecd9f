using Ratchet.Lifecycle.Experiments;

namespace Ratchet.Hosting.Configuration;

/// <summary>The search.</summary>
public sealed record SearchSection
{
    /// <summary>The seed of every random stream.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Evaluations at once; never more threads than cores. The result does not depend on it.</summary>
    public int Jobs { get; init; } = 4;

    /// <summary>Hyperband's R: the resource of a full evaluation.</summary>
    public int MaximumResource { get; init; } = 81;

    /// <summary>Hyperband's eta: one in eta configurations is promoted.</summary>
    public int Eta { get; init; } = 3;

    /// <summary>How many times all brackets are run.</summary>
    public int Iterations { get; init; } = 1;

    /// <summary>Iterations end when one improves the best by less than this share.</summary>
    public double MinimumImprovement { get; init; } = 0.05;

    /// <summary>Joint, or PerModel.</summary>
    public SearchScope Scope { get; init; } = SearchScope.Joint;

    /// <summary>Fewest trees of a searched forest.</summary>
    public int EstimatorsLow { get; init; } = 50;

    /// <summary>Most trees of a searched forest.</summary>
    public int EstimatorsHigh { get; init; } = 200;

    /// <summary>Step between them.</summary>
    public int EstimatorsStep { get; init; } = 10;

    /// <summary>How many of the best are looked at again on more folds.</summary>
    public int ReevaluateTop { get; init; } = 3;

    /// <summary>How many random-entry strategies are drawn.</summary>
    public int RandomEntryDraws { get; init; } = 1000;

    /// <summary>Longest time of a trial at one rung, in seconds; null means none.</summary>
    public double? TrialTimeoutSeconds { get; init; }
}
