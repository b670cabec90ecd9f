using Ratchet.Features.OnChain;
using Ratchet.Features.Regimes;
using Ratchet.Features.Sets;
using Ratchet.Features.Statistics;

namespace Ratchet.Hosting.Composition;

/// <summary>The features that ship with the product, registered by name.</summary>
public static class FeatureCatalogues
{
    /// <summary>Technical, statistical, regime and on-chain families, and the features that take parameters.</summary>
    /// <param name="regime">How the hidden Markov regimes are fitted.</param>
    /// <param name="fractional">How far <c>fractional_diff_price</c> differentiates.</param>
    /// <param name="families">Families of the user; their names must not be those of the product.</param>
    /// <exception cref="ArgumentException">A name occurs twice.</exception>
    public static FeatureCatalogue Create(RegimeOptions regime, FractionalOptions fractional, IReadOnlyList<IFeatureFamily> families) => new(
    [
        .. TechnicalFeatures.All,
        .. StatisticalFeatures.Create(fractional),
        .. RegimeFeatures.Create(regime),
        .. OnChainFeatures.All,
    ],
    families,
    FeaturePatterns.All);
}
