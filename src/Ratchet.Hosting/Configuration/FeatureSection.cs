using Ratchet.Features.Statistics;

namespace Ratchet.Hosting.Configuration;

/// <summary>Which features, how finely quantised.</summary>
public sealed record FeatureSection
{
    /// <summary>The name of the set.</summary>
    public string Name { get; init; } = "all";

    /// <summary>
    /// The features by identifier, such as rsi_14, ema_ratio_5_34 or rsi_28@4h; in files also as objects, such as { "name": "rsi", "period": 28, "timeframe": "4h" }.
    /// Empty means the whole catalogue.
    /// </summary>
    public IReadOnlyList<string> Features { get; init; } = [];

    /// <summary>Quantiles a feature, 2 to 255.</summary>
    public int MaxBins { get; init; } = 64;

    /// <summary>Bars of the average true range that stops are measured in.</summary>
    public int RangeBars { get; init; } = 14;

    /// <summary>How far fractional_diff_price differentiates.</summary>
    public FractionalOptions Fractional { get; init; } = new();
}
