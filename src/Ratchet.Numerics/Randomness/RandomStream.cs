using System.Numerics;
using System.Runtime.CompilerServices;

namespace Ratchet.Numerics.Randomness;

/// <summary>
/// A stream of random numbers: xoshiro256** (Blackman and Vigna, 2018), its state filled by SplitMix64 from a <see cref="StreamKey"/>.
/// The numbers are the same on every machine. Not safe for use by several threads at once: give each its own key.
/// </summary>
public sealed class RandomStream
{
    private ulong s0;
    private ulong s1;
    private ulong s2;
    private ulong s3;
    private double spareNormal = double.NaN;

    /// <summary>Opens the stream that a key names, at its beginning.</summary>
    /// <param name="key">The name of the stream.</param>
    public RandomStream(StreamKey key)
    {
        s0 = StreamKey.Mix(key.Value + 0x9E3779B97F4A7C15UL);
        s1 = StreamKey.Mix(key.Value + 0x3C6EF372FE94F82AUL);
        s2 = StreamKey.Mix(key.Value + 0xDAA66D2C7DDF743FUL);
        s3 = StreamKey.Mix(key.Value + 0x78DDE6E5FD29F054UL);
        if ((s0 | s1 | s2 | s3) == 0)
        {
            s0 = 1;
        }
    }

    /// <summary>The next 64 random bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong NextUInt64()
    {
        var result = BitOperations.RotateLeft(s1 * 5, 7) * 9;
        var t = s1 << 17;
        s2 ^= s0;
        s3 ^= s1;
        s1 ^= s2;
        s0 ^= s3;
        s2 ^= t;
        s3 = BitOperations.RotateLeft(s3, 45);
        return result;
    }

    /// <summary>A uniform number in [0, 1): the top 53 bits of a draw.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double NextDouble() => (NextUInt64() >> 11) * (1.0 / (1UL << 53));

    /// <summary>A uniform integer in [0, bound), by multiplication and rejection (Lemire, 2019), so without bias.</summary>
    /// <param name="bound">At least 1.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int NextInt(int bound)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(bound, 1);
        var product = (NextUInt64() >> 32) * (ulong)(uint)bound;
        if ((uint)product < (uint)bound)
        {
            var threshold = (uint)(-bound) % (uint)bound;
            while ((uint)product < threshold)
            {
                product = (NextUInt64() >> 32) * (ulong)(uint)bound;
            }
        }

        return (int)(product >> 32);
    }

    /// <summary>A standard normal number by the polar method (Marsaglia, 1964); two are made at a time.</summary>
    public double NextNormal()
    {
        if (!double.IsNaN(spareNormal))
        {
            var spare = spareNormal;
            spareNormal = double.NaN;
            return spare;
        }

        double u;
        double v;
        double s;
        do
        {
            u = (2 * NextDouble()) - 1;
            v = (2 * NextDouble()) - 1;
            s = (u * u) + (v * v);
        }
        while (s is >= 1 or 0);

        var scale = Math.Sqrt(-2 * Math.Log(s) / s);
        spareNormal = v * scale;
        return u * scale;
    }

    /// <summary>Shuffles a span in place (Fisher and Yates).</summary>
    /// <typeparam name="T">Any type.</typeparam>
    /// <param name="items">What is shuffled.</param>
    public void Shuffle<T>(Span<T> items)
    {
        for (var i = items.Length - 1; i > 0; i--)
        {
            var j = NextInt(i + 1);
            (items[i], items[j]) = (items[j], items[i]);
        }
    }
}
