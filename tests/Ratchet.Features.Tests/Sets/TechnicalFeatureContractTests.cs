using Ratchet.Features.Sets;

namespace Ratchet.Features.Tests.Sets;

public sealed class TechnicalFeatureContractTests() : FeatureContract(TechnicalFeatures.All);
