using Ratchet.Features.Sets;
using Ratchet.Hosting.Configuration;
using Ratchet.Storage.FeatureCache;

namespace Ratchet.Hosting.Composition;

/// <summary>The feature cache that a configuration names.</summary>
public static class FeatureCaches
{
    private const string Folder = "feature-cache";
    private const long Megabyte = 1_000_000;

    /// <summary>Opens it; null where it is turned off. Nothing is read or made before the first column.</summary>
    /// <param name="data">The data section.</param>
    /// <param name="clock">Says which columns were used last.</param>
    /// <exception cref="ArgumentOutOfRangeException">The size is out of its range.</exception>
    public static IFeatureColumnStore? Open(DataSection data, TimeProvider clock)
    {
        Require(data);
        return data.FeatureCache ? new FeatureColumnCache(Path.Combine(data.Root, Folder), data.FeatureCacheMegabytes * Megabyte, clock) : null;
    }

    /// <summary>Checks the size.</summary>
    /// <param name="data">The data section.</param>
    /// <exception cref="ArgumentOutOfRangeException">The size is out of its range.</exception>
    public static void Require(DataSection data) => Require(nameof(data.FeatureCacheMegabytes), data.FeatureCacheMegabytes, 1, 1_000_000);

    private static void Require(string name, int value, int least, int greatest)
    {
        if (value < least || value > greatest)
        {
            throw new ArgumentOutOfRangeException(name, value, $"{name} must lie in [{least}, {greatest}].");
        }
    }
}
