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

    /// <summary>Counts the rows for one to four features.</summary>
    public void Fill(BinnedMatrix x, ReadOnlySpan<int> features, ReadOnlySpan<int> rows, ReadOnlySpan<TMoments> moments)
    {
        bins.AsSpan(0, features.Length * Stride).Clear();
        if (features.Length == Lanes)
        {
            Fill4(
                ref MemoryMarshal.GetReference(rows),
                ref MemoryMarshal.GetReference(moments),
                rows.Length,
                ref FirstByte(x, features[0]),
                ref FirstByte(x, features[1]),
                ref FirstByte(x, features[2]),
                ref FirstByte(x, features[3]),
                ref bins[0]);
            return;
        }

        for (var lane = 0; lane < features.Length; lane++)
        {
            Fill1(ref MemoryMarshal.GetReference(rows), ref MemoryMarshal.GetReference(moments), rows.Length, ref FirstByte(x, features[lane]), ref First(lane));
        }
    }

    /// <summary>Counts the rows and marks which bins are occupied.</summary>
    public void FillMarked(BinnedMatrix x, ReadOnlySpan<int> features, ReadOnlySpan<int> rows, ReadOnlySpan<TMoments> moments)
    {
        Fill(x, features, rows, moments);
        occupied.AsSpan().Clear();
        for (var lane = 0; lane < features.Length; lane++)
        {
            ref var column = ref FirstByte(x, features[lane]);
            ref var marks = ref occupied[lane * Words];
            foreach (var row in rows)
            {
                var bin = Unsafe.Add(ref column, (nint)(uint)row);
                Unsafe.Add(ref marks, bin >> 6) |= 1UL << bin;
            }
        }
    }

    private static ref byte FirstByte(BinnedMatrix x, int feature) => ref MemoryMarshal.GetArrayDataReference(x.ColumnArray(feature));

    private static void Fill1(ref int rows, ref TMoments moments, int count, ref byte column, ref TMoments histogram)
    {
        for (nint i = 0; i < count; i++)
        {
            ref var cell = ref Unsafe.Add(ref histogram, (nint)Unsafe.Add(ref column, (nint)(uint)Unsafe.Add(ref rows, i)));
            cell += Unsafe.Add(ref moments, i);
        }
    }

    private static void Fill4(
        ref int rows, ref TMoments moments, int count, ref byte c0, ref byte c1, ref byte c2, ref byte c3, ref TMoments histogram)
    {
        for (nint i = 0; i < count; i++)
        {
            var row = (nint)(uint)Unsafe.Add(ref rows, i);
            var m = Unsafe.Add(ref moments, i);
            ref var h0 = ref Unsafe.Add(ref histogram, (nint)Unsafe.Add(ref c0, row));
            h0 += m;
            ref var h1 = ref Unsafe.Add(ref histogram, (nint)Unsafe.Add(ref c1, row) + Stride);
            h1 += m;
            ref var h2 = ref Unsafe.Add(ref histogram, (nint)Unsafe.Add(ref c2, row) + (2 * Stride));
            h2 += m;
            ref var h3 = ref Unsafe.Add(ref histogram, (nint)Unsafe.Add(ref c3, row) + (3 * Stride));
            h3 += m;
        }
    }
}
