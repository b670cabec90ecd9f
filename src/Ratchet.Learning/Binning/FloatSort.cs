using System.Runtime.InteropServices;

namespace Ratchet.Learning.Binning;

/// <summary>Ascending radix sort of floats without NaN: three passes of eleven bits over order-preserving integer keys.</summary>
internal static class FloatSort
{
    private const int Bits = 11;
    private const int Buckets = 1 << Bits;

    /// <summary>Sorts in place.</summary>
    /// <param name="values">What is sorted.</param>
    /// <param name="spare">Scratch of at least the same length.</param>
    /// <param name="cancellationToken">Stops the work between passes; the values are then in no order.</param>
    public static void Sort(Span<float> values, Span<float> spare, CancellationToken cancellationToken = default)
    {
        if (values.Length < 512)
        {
            values.Sort();
            return;
        }

        var from = MemoryMarshal.Cast<float, uint>(values);
        var to = MemoryMarshal.Cast<float, uint>(spare)[..from.Length];
        Span<int> counts = stackalloc int[3 * Buckets];
        counts.Clear();
        for (var i = 0; i < from.Length; i++)
        {
            var key = ToKey(from[i]);
            from[i] = key;
            counts[(int)(key & (Buckets - 1))]++;
            counts[Buckets + (int)((key >> Bits) & (Buckets - 1))]++;
            counts[(2 * Buckets) + (int)(key >> (2 * Bits))]++;
        }

        for (var pass = 0; pass < 3; pass++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var ends = counts.Slice(pass * Buckets, Buckets);
            var total = 0;
            for (var b = 0; b < Buckets; b++)
            {
                var count = ends[b];
                ends[b] = total;
                total += count;
            }

            var shift = pass * Bits;
            foreach (var key in from)
            {
                to[ends[(int)((key >> shift) & (Buckets - 1))]++] = key;
            }

            var swap = from;
            from = to;
            to = swap;
        }

        // Three passes end in the spare buffer.
        for (var i = 0; i < from.Length; i++)
        {
            to[i] = FromKey(from[i]);
        }
    }

    // A negative float has all bits turned, another one its sign bit.
    private static uint ToKey(uint bits) => bits ^ ((uint)((int)bits >> 31) | 0x80000000u);

    private static uint FromKey(uint key) => (key & 0x80000000u) != 0 ? key ^ 0x80000000u : ~key;
}
