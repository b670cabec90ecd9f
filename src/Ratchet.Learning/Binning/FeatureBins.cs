using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Ratchet.Learning.Binning;

/// <summary>
/// The names of the features and the float32 thresholds that quantise each. Immutable; a matrix and every model learned on it share one.
/// Bin b of a value x is the number of thresholds that are not above (float)x, so that "x &lt; threshold" goes left at a split.
/// </summary>
public sealed class FeatureBins
{
    private readonly string[] names;
    private readonly float[][] padded;
    private readonly int[] counts;

    internal FeatureBins(string[] names, float[][] thresholds)
    {
        this.names = names;
        counts = new int[thresholds.Length];
        padded = new float[thresholds.Length][];
        for (var f = 0; f < thresholds.Length; f++)
        {
            counts[f] = thresholds[f].Length;
            padded[f] = Pad(thresholds[f]);
        }
    }

    /// <summary>How many features there are.</summary>
    public int FeatureCount => names.Length;

    /// <summary>The names, in column order.</summary>
    public IReadOnlyList<string> Names => names;

    /// <summary>The thresholds of a feature: strictly ascending and finite; empty for a constant feature.</summary>
    /// <param name="feature">The column.</param>
    public ReadOnlySpan<float> Thresholds(int feature) => padded[feature].AsSpan(0, counts[feature]);

    /// <summary>The bin of a value; <see cref="BinnedMatrix.MissingBin"/> for NaN. Infinities fall in the outer bins. Eight comparisons at most.</summary>
    /// <param name="feature">The column.</param>
    /// <param name="value">The raw value.</param>
    public byte Encode(int feature, double value) => Encode(padded[feature], counts[feature], (float)value);

    /// <summary>Whether two quantisations are the same: names, their order and every threshold.</summary>
    /// <param name="other">The other one.</param>
    public bool Matches(FeatureBins other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (ReferenceEquals(this, other))
        {
            return true;
        }

        if (!names.AsSpan().SequenceEqual(other.names))
        {
            return false;
        }

        for (var f = 0; f < names.Length; f++)
        {
            if (!Thresholds(f).SequenceEqual(other.Thresholds(f)))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Encodes a whole column.</summary>
    /// <returns>Whether a value is missing.</returns>
    internal bool EncodeColumn(int feature, ReadOnlySpan<double> values, Span<byte> bins, CancellationToken cancellationToken)
    {
        const int Chunk = 1 << 17;
        var edges = padded[feature];
        var count = counts[feature];
        var missing = false;
        for (var start = 0; start < values.Length; start += Chunk)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var end = Math.Min(start + Chunk, values.Length);
            for (var i = start; i < end; i++)
            {
                var bin = Encode(edges, count, (float)values[i]);
                bins[i] = bin;
                missing |= bin == BinnedMatrix.MissingBin;
            }
        }

        return missing;
    }

    // A branch-free search: the padding is NaN, which is never "not above" anything, so that it never counts.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static byte Encode(float[] edges, int count, float value)
    {
        if (count == 0)
        {
            return float.IsNaN(value) ? BinnedMatrix.MissingBin : (byte)0;
        }

        ref var first = ref MemoryMarshal.GetArrayDataReference(edges);
        nint position = 0;
        for (var step = (nint)((edges.Length + 1) >> 1); step > 0; step >>= 1)
        {
            nint passed = Unsafe.Add(ref first, position + step - 1) <= value ? 1 : 0;
            position += passed * step;
        }

        return float.IsNaN(value) ? BinnedMatrix.MissingBin : (byte)position;
    }

    private static float[] Pad(float[] thresholds)
    {
        if (thresholds.Length == 0)
        {
            return [];
        }

        var length = (int)BitOperations.RoundUpToPowerOf2((uint)thresholds.Length + 1) - 1;
        var result = new float[length];
        thresholds.CopyTo(result, 0);
        result.AsSpan(thresholds.Length).Fill(float.NaN);
        return result;
    }
}
