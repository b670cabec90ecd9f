using Ratchet.Features.OnChain;
using Ratchet.Features.Tests.Sets;

namespace Ratchet.Features.Tests.OnChain;

public sealed class OnChainContractTests() : FeatureContract(OnChainFeatures.All);
