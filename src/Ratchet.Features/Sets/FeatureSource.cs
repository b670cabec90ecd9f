namespace Ratchet.Features.Sets;

/// <summary>Where a feature comes from: the output of a family.</summary>
/// <param name="Family">The family.</param>
/// <param name="Output">Which of its outputs.</param>
internal readonly record struct FeatureSource(IFeatureFamily Family, int Output)
{
    /// <summary>What is known of the feature.</summary>
    public FeatureDescriptor Descriptor => Family.Features[Output];
}
