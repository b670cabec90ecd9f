using Ratchet.Features.OnChain;
using Ratchet.Features.Regimes;
using Ratchet.Features.Sets;
using Ratchet.Features.Statistics;

namespace Ratchet.Features.Tests.Sets;

/// <summary>Everything that the product registers, as hosts do it.</summary>
internal static class WholeCatalogue
{
    public static readonly RegimeOptions Regime = new() { MinimumBars = 160, WindowBars = 500, RefitEveryBars = 1_000_000 };

    public static FeatureCatalogue Create(RegimeOptions? regime = null, IReadOnlyList<IFeatureFamily>? added = null) =>
        new(BuiltIn(regime ?? Regime), added ?? [], FeaturePatterns.All);

    public static IReadOnlyList<IFeatureFamily> BuiltIn(RegimeOptions regime) =>
        [.. TechnicalFeatures.All, .. StatisticalFeatures.All, .. RegimeFeatures.Create(regime), .. OnChainFeatures.All];

    /// <summary>The families that a set of names needs.</summary>
    public static IReadOnlyList<IFeatureFamily> Families(params string[] names) => new FeaturePlan(new("x", names), Create()).Families;
}
