namespace Ratchet.Hosting.Configuration;

/// <summary>Which features, how finely quantised.</summary>
public sealed record FeatureSection
{
    /// <summary>The name of the set.</summary>
    public string Name { get; init; } = "all";

    /// <summary>The features by name; empty means the whole catalogue.</summary>
    public IReadOnlyList<string> Features { get; init; } = [];

    /// <summary>Quantiles a feature, 2 to 255.</summary>
    public int MaxBins { get; init; } = 64;

    /// <summary>Bars of the average true range that stops are measured in.</summary>
    public int RangeBars { get; init; } = 14;
}
