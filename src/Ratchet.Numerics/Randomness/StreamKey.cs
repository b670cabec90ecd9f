namespace Ratchet.Numerics.Randomness;

/// <summary>
/// Names one random stream. Keys form a tree: a child key is derived from its parent by a word or a number,
/// never by how many draws were made before, so that parallel work draws the same numbers in any order.
/// </summary>
/// <remarks>
/// A word is folded by FNV-1a (64 bit, over UTF-16 code units, low byte first), a number is taken as it is; both are mixed
/// with the parent by the finaliser of SplitMix64 (Steele, Lea, Flood, 2014). The mapping is part of the determinism promise.
/// </remarks>
/// <param name="Value">The 64 bits of the key.</param>
public readonly record struct StreamKey(ulong Value)
{
    /// <summary>The root of all streams of a run.</summary>
    /// <param name="seed">The run's seed.</param>
    public static StreamKey FromSeed(ulong seed) => new(Mix(seed ^ 0x9E3779B97F4A7C15UL));

    /// <summary>The child named by a word, such as "forest".</summary>
    /// <param name="name">The word; case matters.</param>
    public StreamKey Derive(string name)
    {
        var hash = 0xCBF29CE484222325UL;
        foreach (var c in name)
        {
            hash = (hash ^ (byte)c) * 0x100000001B3UL;
            hash = (hash ^ (byte)(c >> 8)) * 0x100000001B3UL;
        }

        return new(Mix(Value + 0x9E3779B97F4A7C15UL + Mix(hash)));
    }

    /// <summary>The child with a number, such as a tree's index.</summary>
    /// <param name="index">Any number.</param>
    public StreamKey Derive(long index) => new(Mix(Value ^ Mix(unchecked((ulong)index) + 0xD1B54A32D192ED03UL)));

    /// <summary>Opens the stream at its beginning.</summary>
    public RandomStream Open() => new(this);

    internal static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
        return z ^ (z >> 31);
    }
}
