namespace Ratchet.Learning.Tests.Parity;

/// <summary>
/// Numbers in [0, 1) by counter (SplitMix64; Steele, Lea and Flood, 2014), which bench/peers/parity_recorded.py makes too: both sides have the same data
/// without sharing a file.
/// </summary>
internal sealed class CounterStream(ulong seed)
{
    private ulong counter;

    public double Next()
    {
        var z = seed + (++counter * 0x9E3779B97F4A7C15UL);
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
        return ((z ^ (z >> 31)) >> 11) * (1.0 / (1UL << 53));
    }
}
