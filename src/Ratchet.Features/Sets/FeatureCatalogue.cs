using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using Ratchet.Features.Frames;
using Ratchet.Market.Time;

namespace Ratchet.Features.Sets;

/// <summary>
/// All features that can be asked for by name: those registered, in that order; features with parameters (<see cref="FeaturePattern"/>), made when they are
/// first asked for; and each of them at a longer time frame, by <c>@frame</c>. What a name means never changes. Safe to read from any number of threads.
/// </summary>
public sealed class FeatureCatalogue
{
    private const int LongestFrameMinutes = 7 * 1440;

    private readonly Dictionary<string, FeatureSource> sources = new(StringComparer.Ordinal);

    // Made on demand, each once, so that the outputs of one family are computed together.
    private readonly ConcurrentDictionary<string, IFeatureFamily> patternFamilies = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<(IFeatureFamily Inner, TimeFrame Frame), IFeatureFamily> frameFamilies = new();

    /// <summary>Registers families; each feature's name may occur once. Their columns are stored only where they are <see cref="IVersionedFamily"/>.</summary>
    /// <param name="families">The families.</param>
    /// <exception cref="ArgumentException">Two families yield features of the same name; both are named.</exception>
    public FeatureCatalogue(IEnumerable<IFeatureFamily> families)
        : this([], families, [])
    {
    }

    /// <summary>Registers families of the product and of the user, and features with parameters.</summary>
    /// <param name="builtIn">Families whose meaning changes with the product's code only; their columns may be stored.</param>
    /// <param name="added">Families of the user; their columns are stored only where they are <see cref="IVersionedFamily"/>.</param>
    /// <param name="patterns">
    /// Features with parameters, of the product or of the user; whose they are is known by the code that makes them. A registered name comes before a pattern.
    /// </param>
    /// <exception cref="ArgumentException">Two families yield features of the same name; both are named.</exception>
    public FeatureCatalogue(IEnumerable<IFeatureFamily> builtIn, IEnumerable<IFeatureFamily> added, IReadOnlyList<FeaturePattern> patterns)
    {
        var features = new List<FeatureDescriptor>();
        var families = new List<IFeatureFamily>();
        foreach (var family in builtIn)
        {
            Register(family, FeatureOrigin.OfProduct(family), features, families);
        }

        foreach (var family in added)
        {
            Register(family, FeatureOrigin.OfUser(family), features, families);
        }

        Families = families;
        Features = features;
        Patterns = [.. patterns];
    }

    /// <summary>The families, in the order of registration.</summary>
    public IReadOnlyList<IFeatureFamily> Families { get; }

    /// <summary>Every registered feature, family by family.</summary>
    public IReadOnlyList<FeatureDescriptor> Features { get; }

    /// <summary>Features with parameters.</summary>
    public IReadOnlyList<FeaturePattern> Patterns { get; }

    /// <summary>Finds a feature by its identifier.</summary>
    /// <param name="name">Such as <c>rsi_14</c>, <c>rsi_28</c> or <c>rsi_28@4h</c>; case matters.</param>
    /// <param name="descriptor">The feature, when true is returned.</param>
    public bool TryFind(string name, [NotNullWhen(true)] out FeatureDescriptor? descriptor)
    {
        descriptor = Find(name)?.Descriptor;
        return descriptor is not null;
    }

    /// <summary>The registered name that takes the fewest edits to reach; of equals the first; null in an empty catalogue.</summary>
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

    /// <summary>Why a name is not known, in one sentence with what to write instead; null where it is known.</summary>
    /// <param name="name">The name.</param>
    public string? Explain(string name)
    {
        if (Find(name) is not null)
        {
            return null;
        }

        if (!FeatureName.Split(name, out var plain, out var frame) || frame is { Minutes: < 1 or > LongestFrameMinutes })
        {
            return $"there is no feature '{name}': what follows '@' must be a time frame up to 1w, such as 15m, 1h, 4h or 1d.";
        }

        if (Patterns.FirstOrDefault(p => p.Read(plain) is not null) is { } outOfRange)
        {
            return $"there is no feature '{name}': a parameter is out of range; write {outOfRange.Shape}.";
        }

        if (Nearest(plain) is not { } nearest)
        {
            return $"there is no feature '{name}'; the catalogue is empty.";
        }

        var shape = Patterns.FirstOrDefault(p => plain == p.Name || plain.StartsWith(p.Name + "_", StringComparison.Ordinal));
        return $"there is no feature '{name}'; did you mean '{nearest}{(frame is { } length ? $"@{length}" : string.Empty)}'?{(shape is null ? string.Empty : $" Or write {shape.Shape}.")}";
    }

    internal FeatureSource Resolve(string name)
    {
        if (Find(name) is { } source)
        {
            return source;
        }

        var reason = Explain(name)!;
        throw new ArgumentException(string.Concat("T", reason.AsSpan(1)), nameof(name));
    }

    private void Register(IFeatureFamily family, FeatureOrigin origin, List<FeatureDescriptor> features, List<IFeatureFamily> families)
    {
        families.Add(family);
        for (var output = 0; output < family.Features.Count; output++)
        {
            var descriptor = family.Features[output];
            if (!sources.TryAdd(descriptor.Name, new(family, output, origin.Definition, origin.Identity)))
            {
                throw new ArgumentException(
                    $"Feature '{descriptor.Name}' is yielded by {sources[descriptor.Name].Family.GetType().Name} and by {family.GetType().Name}; a name may occur once.",
                    nameof(families));
            }

            features.Add(descriptor);
        }
    }

    private FeatureSource? Find(string name)
    {
        if (sources.TryGetValue(name, out var registered))
        {
            return registered;
        }

        if (!FeatureName.Split(name, out var plain, out var frame) || frame is { Minutes: < 1 or > LongestFrameMinutes })
        {
            return null;
        }

        var source = sources.TryGetValue(plain, out var known) ? known : FromPattern(plain);
        return source is { } found && frame is { } length
            ? found with { Family = frameFamilies.GetOrAdd((found.Family, length), static key => new HigherFrameFamily(key.Inner, key.Frame)) }
            : source;
    }

    private FeatureSource? FromPattern(string name)
    {
        foreach (var pattern in Patterns)
        {
            if (pattern.Read(name) is { } values && pattern.Allows(values))
            {
                var family = patternFamilies.GetOrAdd($"{pattern.Group} {string.Join(' ', values)}", _ => pattern.Make(values));
                for (var output = 0; output < family.Features.Count; output++)
                {
                    if (family.Features[output].Name == name)
                    {
                        var origin = FeatureOrigin.OfPattern(pattern, family);
                        return new(family, output, origin.Definition, origin.Identity);
                    }
                }

                throw new InvalidOperationException($"The pattern {pattern.Name} made no feature named '{name}'.");
            }
        }

        return null;
    }
}
