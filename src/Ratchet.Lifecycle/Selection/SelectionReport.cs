namespace Ratchet.Lifecycle.Selection;

/// <summary>Which features were chosen, why, and how far the choice can be trusted.</summary>
public sealed record SelectionReport
{
    /// <summary>How it was made.</summary>
    public required SelectionOptions Options { get; init; }

    /// <summary>How many rows were used.</summary>
    public required int Rows { get; init; }

    /// <summary>The models that counted.</summary>
    public required IReadOnlyList<string> Targets { get; init; }

    /// <summary>Every candidate, in its order.</summary>
    public required IReadOnlyList<FeatureVerdict> Features { get; init; }

    /// <summary>How far the folds' rankings agree, over the features left after correlated ones had gone.</summary>
    public required RankingStability Stability { get; init; }

    /// <summary>All and chosen features on folds that the ranking has not seen.</summary>
    public required IReadOnlyList<NestedScore> Nested { get; init; }

    /// <summary>The regimes' shares in the folds of the ranking; empty where regimes are not known.</summary>
    public required IReadOnlyList<SplitRegimes> Regimes { get; init; }

    /// <summary>The names of the regimes.</summary>
    public required IReadOnlyList<string> RegimeNames { get; init; }

    /// <summary>The chosen features, in the candidates' order.</summary>
    public IReadOnlyList<string> Selected => [.. Features.Where(f => f.Kept).Select(f => f.Name)];
}
