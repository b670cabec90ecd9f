namespace Ratchet.Features.Sets;

/// <summary>The families of the technical group, registered one by one.</summary>
public static class TechnicalFeatures
{
    /// <summary>Every family of the group, in the order of the catalogue.</summary>
    public static IReadOnlyList<IFeatureFamily> All { get; } = [];
}
