namespace Ratchet.Features.Tests.Sets;

public sealed class ChangeFeatureContractTests() : FeatureContract([new ChangeFamily()]);
