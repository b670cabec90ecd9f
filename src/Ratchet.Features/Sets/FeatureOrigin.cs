using System.Reflection;

namespace Ratchet.Features.Sets;

/// <summary>Whose code computes a family: what a stored column is addressed by, and what tells two meanings of one name apart.</summary>
/// <param name="Definition">What decides the numbers beside name and bars; null where columns must not be stored.</param>
/// <param name="Identity">The same for columns that are never stored too: never null.</param>
internal readonly record struct FeatureOrigin(string? Definition, string Identity)
{
    private static readonly Module Product = typeof(FeatureOrigin).Module;

    /// <summary>A family of the product: its meaning changes with the product's version only.</summary>
    public static FeatureOrigin OfProduct(IFeatureFamily family)
    {
        var versioned = family as IVersionedFamily;
        var text = versioned?.Definition is { Length: > 0 } definition ? $"ratchet {definition}" : "ratchet";
        return new(versioned is { Definition: null } ? null : text, text);
    }

    /// <summary>A family of the user: the module's version changes with the user's code, should a change of the definition have been forgotten.</summary>
    public static FeatureOrigin OfUser(IFeatureFamily family) => Own(family, Name(family.GetType().Module), true);

    /// <summary>A family that a pattern made: the product's only where both the code that makes it and the family itself are.</summary>
    public static FeatureOrigin OfPattern(FeaturePattern pattern, IFeatureFamily family)
    {
        var (maker, type) = (pattern.Make.Method, family.GetType());
        if (maker.Module == Product && type.Module == Product)
        {
            return OfProduct(family);
        }

        // A method that was made at run time has no type, and its module's version says nothing of it.
        var modules = maker.Module == type.Module ? Name(type.Module) : $"{Name(type.Module)} {Name(maker.Module)}";
        return Own(family, modules, maker.DeclaringType is not null);
    }

    private static FeatureOrigin Own(IFeatureFamily family, string modules, bool isStatic)
    {
        var definition = (family as IVersionedFamily)?.Definition;
        var text = $"{family.GetType().FullName} {modules}{(definition is null ? string.Empty : $" {definition}")}";
        return new(definition is null || !isStatic ? null : text, text);
    }

    private static string Name(Module module) => module.ModuleVersionId.ToString("N");
}
