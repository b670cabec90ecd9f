using Ratchet.Features.Regimes;
using Ratchet.Features.Tests.Sets;
using Ratchet.Market.Time;

namespace Ratchet.Features.Tests.Regimes;

/// <summary>A model that was fitted on other bars and is never fitted again.</summary>
public sealed class GivenModelContractTests() : FeatureContract(
    RegimeFeatures.Create(new(), FittedRegimes.Fit(RandomBars.Create(1000, 77, TimeFrame.Hour1), new())));
