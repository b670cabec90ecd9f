namespace Ratchet.Features.Sets;

/// <summary>How many columns of a table were read from a store, and how many computed.</summary>
/// <param name="Hits">Read from the store.</param>
/// <param name="Misses">Computed, and given to the store.</param>
/// <param name="Unstored">Computed and not given to the store: there is none, or their family declares no definition.</param>
public readonly record struct FeatureReuse(int Hits, int Misses, int Unstored)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Hits} from the cache, {Misses + Unstored} computed{(Unstored > 0 ? $" ({Unstored} of them never stored)" : string.Empty)}";
}
