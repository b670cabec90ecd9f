using System.Diagnostics.CodeAnalysis;

namespace Ratchet.Features.Sets;

/// <summary>
/// All features that can be asked for by name, in the order of registration. Immutable; safe to read from any number of threads.
/// </summary>
public sealed class FeatureCatalogue
{
    private readonly Dictionary<string, FeatureSource> sources = new(StringComparer.Ordinal);

    /// <summary>Registers families; each feature's name may occur once.</summary>
    /// <param name="families">The families.</param>
    /// <exception cref="ArgumentException">Two families yield features of the same name; both are named.</exception>
    public FeatureCatalogue(IEnumerable<IFeatureFamily> families)
    {
        var features = new List<FeatureDescriptor>();
        Families = [.. families];
        foreach (var family in Families)
        {
            for (var output = 0; output < family.Features.Count; output++)
            {
                var descriptor = family.Features[output];
                if (!sources.TryAdd(descriptor.Name, new(family, output)))
                {
                    throw new ArgumentException(
                        $"Feature '{descriptor.Name}' is yielded by {sources[descriptor.Name].Family.GetType().Name} and by {family.GetType().Name}; a name may occur once.",
                        nameof(families));
                }

                features.Add(descriptor);
            }
        }

        Features = features;
    }

    /// <summary>The families, in the order of registration.</summary>
    public IReadOnlyList<IFeatureFamily> Families { get; }

    /// <summary>Every feature, family by family.</summary>
    public IReadOnlyList<FeatureDescriptor> Features { get; }

    /// <summary>Finds a feature by its exact name.</summary>
    /// <param name="name">Such as <c>rsi_14</c>; case matters.</param>
    /// <param name="descriptor">The feature, when true is returned.</param>
    public bool TryFind(string name, [NotNullWhen(true)] out FeatureDescriptor? descriptor)
    {
        descriptor = sources.TryGetValue(name, out var source) ? source.Descriptor : null;
        return descriptor is not null;
    }

    /// <summary>The known name that takes the fewest edits to reach; of equals the first registered; null in an empty catalogue.</summary>
    /// <param name="name">A name that may be misspelt.</param>
    public string? Nearest(string name)
    {
        string? nearest = null;
        var fewest = int.MaxValue;
        foreach (var feature in Features)
        {
            var edits = EditDistance.Between(name, feature.Name);
            if (edits < fewest)
            {
                (fewest, nearest) = (edits, feature.Name);
            }
        }

        return nearest;
    }

    internal FeatureSource Resolve(string name) =>
        sources.TryGetValue(name, out var source)
            ? source
            : throw new ArgumentException(
                Nearest(name) is { } nearest
                    ? $"There is no feature '{name}'; the nearest known name is '{nearest}'."
                    : $"There is no feature '{name}'; the catalogue is empty.",
                nameof(name));
}
