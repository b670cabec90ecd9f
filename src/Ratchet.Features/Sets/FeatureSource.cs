namespace Ratchet.Features.Sets;

/// <summary>Where a feature comes from: the output of a family.</summary>
/// <param name="Family">The family.</param>
/// <param name="Output">Which of its outputs.</param>
/// <param name="Definition">What decides its numbers beside name and bars; null where it must not be stored.</param>
/// <param name="Identity">Whose code computes it, with the definition where there is one; tells two meanings of one name apart.</param>
internal readonly record struct FeatureSource(IFeatureFamily Family, int Output, string? Definition, string Identity)
{
    /// <summary>What is known of the feature.</summary>
    public FeatureDescriptor Descriptor => Family.Features[Output];
}
