using Ratchet.Features.Regimes;
using Ratchet.Features.Tests.Sets;

namespace Ratchet.Features.Tests.Regimes;

/// <summary>One fit only, since a fit allocates and an update between fits must not.</summary>
public sealed class RegimeContractTests() : FeatureContract(RegimeFeatures.Create(new RegimeOptions { RefitEveryBars = 1_000_000 }));
