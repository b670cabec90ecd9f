using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Ratchet.Learning.Binning;

namespace Ratchet.Learning.Trees;

/// <summary>
/// The histograms of up to four features of one node, filled in one pass over its rows, so that row numbers and statistics are read once.
/// Reused from node to node. Measured by the cases TREE and P1 of the benchmarks.
/// </summary>
/// <typeparam name="TMoments">The statistics.</typeparam>
internal sealed class NodeHistograms<TMoments>
    where TMoments : unmanaged, IMoments<TMoments>
{
    /// <summary>How many features are counted in one pass.</summary>
    public const int Lanes = 4;

    // A little more than 256 bins, so that equal bins of two lanes do not share the low bits of their address.
    private const int Stride = 264;
    private const int Words = 4;

    private readonly TMoments[] bins = new TMoments[Lanes * Stride];
    private readonly ulong[] occupied = new ulong[Lanes * Words];

    /// <summary>The first bin of a lane.</summary>
    public ref TMoments First(int lane) => ref bins[lane * Stride];

    /// <summary>The marks of a lane's occupied bins, after <see cref="FillMarked"/>.</summary>
    public ReadOnlySpan<ulong> Occupied(int lane) => occupied.AsSpan(lane * Words, Words);

    /// <summary>Counts the rows for one to four features. The histograms are empty before; <see cref="Clear"/> empties them again.</summary>
    public void Fill(BinnedMatrix x, ReadOnlySpan<int> features, ReadOnlySpan<int> rows, ReadOnlySpan<TMoments> moments)
    {
        ref var row = ref MemoryMarshal.GetReference(rows);
        ref var moment = ref MemoryMarshal.GetReference(moments);
        if (features.Length == Lanes)
        {
            Fill4(
                ref row, ref moment, rows.Length, ref FirstByte(x, features[0]), ref FirstByte(x, features[1]), ref FirstByte(x, features[2]),
                ref FirstByte(x, features[3]), ref bins[0]);
            return;
        }

        for (var lane = 0; lane < features.Length; lane++)
        {
            Fill1(ref row, ref moment, rows.Length, ref FirstByte(x, features[lane]), ref First(lane));
        }
    }

    /// <summary>Counts the rows and marks which bins are occupied.</summary>
    public void FillMarked(BinnedMatrix x, ReadOnlySpan<int> features, ReadOnlySpan<int> rows, ReadOnlySpan<TMoments> moments)
    {
        occupied.AsSpan(0, features.Length * Words).Clear();
        ref var row = ref MemoryMarshal.GetReference(rows);
        ref var moment = ref MemoryMarshal.GetReference(moments);
        if (features.Length == Lanes)
        {
            FillMarked4(
                ref row, ref moment, rows.Length, ref FirstByte(x, features[0]), ref FirstByte(x, features[1]), ref FirstByte(x, features[2]),
                ref FirstByte(x, features[3]), ref bins[0], ref occupied[0]);
            return;
        }

        for (var lane = 0; lane < features.Length; lane++)
        {
            FillMarked1(ref row, ref moment, rows.Length, ref FirstByte(x, features[lane]), ref First(lane), ref occupied[lane * Words]);
        }
    }

    /// <summary>Empties everything, which a cancelled tree may have left filled.</summary>
    public void ClearAll() => bins.AsSpan().Clear();

    /// <summary>Empties a lane's first bins and its missing bin.</summary>
    public void Clear(int lane, int binCount)
    {
        bins.AsSpan(lane * Stride, binCount).Clear();
        bins[(lane * Stride) + BinnedMatrix.MissingBin] = default;
    }

    /// <summary>Empties a lane's marked bins.</summary>
    public void ClearMarked(int lane)
    {
        ref var first = ref First(lane);
        var marks = Occupied(lane);
        for (var word = 0; word < marks.Length; word++)
        {
            for (var bits = marks[word]; bits != 0; bits &= bits - 1)
            {
                Unsafe.Add(ref first, (word << 6) + BitOperations.TrailingZeroCount(bits)) = default;
            }
        }
    }

    private static ref byte FirstByte(BinnedMatrix x, int feature) => ref MemoryMarshal.GetArrayDataReference(x.ColumnArray(feature));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add(ref TMoments histogram, byte bin, TMoments moment)
    {
        ref var cell = ref Unsafe.Add(ref histogram, (nint)bin);
        cell += moment;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Mark(ref ulong marks, byte bin) => Unsafe.Add(ref marks, (nint)(bin >> 6)) |= 1UL << bin;

    private static void Fill1(ref int rows, ref TMoments moments, int count, ref byte column, ref TMoments histogram)
    {
        for (nint i = 0; i < count; i++)
        {
            Add(ref histogram, Unsafe.Add(ref column, (nint)(uint)Unsafe.Add(ref rows, i)), Unsafe.Add(ref moments, i));
        }
    }

    private static void FillMarked1(ref int rows, ref TMoments moments, int count, ref byte column, ref TMoments histogram, ref ulong marks)
    {
        for (nint i = 0; i < count; i++)
        {
            var bin = Unsafe.Add(ref column, (nint)(uint)Unsafe.Add(ref rows, i));
            Add(ref histogram, bin, Unsafe.Add(ref moments, i));
            Mark(ref marks, bin);
        }
    }

    private static void Fill4(
        ref int rows, ref TMoments moments, int count, ref byte c0, ref byte c1, ref byte c2, ref byte c3, ref TMoments histogram)
    {
        for (nint i = 0; i < count; i++)
        {
            var row = (nint)(uint)Unsafe.Add(ref rows, i);
            var m = Unsafe.Add(ref moments, i);
            Add(ref histogram, Unsafe.Add(ref c0, row), m);
            Add(ref Unsafe.Add(ref histogram, Stride), Unsafe.Add(ref c1, row), m);
            Add(ref Unsafe.Add(ref histogram, 2 * Stride), Unsafe.Add(ref c2, row), m);
            Add(ref Unsafe.Add(ref histogram, 3 * Stride), Unsafe.Add(ref c3, row), m);
        }
    }

    private static void FillMarked4(
        ref int rows, ref TMoments moments, int count, ref byte c0, ref byte c1, ref byte c2, ref byte c3, ref TMoments histogram, ref ulong marks)
    {
        for (nint i = 0; i < count; i++)
        {
            var row = (nint)(uint)Unsafe.Add(ref rows, i);
            var m = Unsafe.Add(ref moments, i);
            var b0 = Unsafe.Add(ref c0, row);
            var b1 = Unsafe.Add(ref c1, row);
            var b2 = Unsafe.Add(ref c2, row);
            var b3 = Unsafe.Add(ref c3, row);
            Add(ref histogram, b0, m);
            Add(ref Unsafe.Add(ref histogram, Stride), b1, m);
            Add(ref Unsafe.Add(ref histogram, 2 * Stride), b2, m);
            Add(ref Unsafe.Add(ref histogram, 3 * Stride), b3, m);
            Mark(ref marks, b0);
            Mark(ref Unsafe.Add(ref marks, Words), b1);
            Mark(ref Unsafe.Add(ref marks, 2 * Words), b2);
            Mark(ref Unsafe.Add(ref marks, 3 * Words), b3);
        }
    }
}
