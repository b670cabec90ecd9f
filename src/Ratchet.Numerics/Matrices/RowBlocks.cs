using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Ratchet.Numerics.Matrices;

/// <summary>
/// Rows of a matrix packed eight to a block, dimension by dimension, so that one instruction works on eight rows: what brute-force distances
/// read. A squared distance is the sum of squared differences in the order of the dimensions without fused operations, so that it has the bits
/// of the plain loop on every machine and wherever the row lies. Immutable.
/// </summary>
public sealed class RowBlocks
{
    /// <summary>Rows a block.</summary>
    public const int Width = 8;

    private readonly double[] values;

    /// <summary>Packs rows. Places that hold no row are infinitely far from everything finite.</summary>
    /// <param name="rows">n x d finite numbers, row-major.</param>
    /// <param name="dimensions">d, at least 1.</param>
    /// <param name="order">For each place the row in it, -1 for none; the last block is filled up with places without a row.</param>
    /// <exception cref="ArgumentException">A row of the order is not below n.</exception>
    public RowBlocks(ReadOnlySpan<double> rows, int dimensions, ReadOnlySpan<int> order)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(dimensions, 1);
        Dimensions = dimensions;
        BlockCount = (order.Length + Width - 1) / Width;
        values = new double[(long)BlockCount * Width * dimensions];
        Array.Fill(values, double.PositiveInfinity);
        for (var place = 0; place < order.Length; place++)
        {
            if (order[place] < 0)
            {
                continue;
            }

            if (order[place] >= rows.Length / dimensions)
            {
                throw new ArgumentException($"order holds {order[place]} at place {place}; there are {rows.Length / dimensions} rows.", nameof(order));
            }

            var row = rows.Slice(order[place] * dimensions, dimensions);
            var at = ((place / Width) * dimensions * Width) + (place % Width);
            for (var c = 0; c < row.Length; c++)
            {
                values[at + (c * Width)] = row[c];
            }
        }
    }

    /// <summary>Numbers a row.</summary>
    public int Dimensions { get; }

    /// <summary>How many blocks there are.</summary>
    public int BlockCount { get; }

    /// <summary>The squared distances of a block's rows to a point.</summary>
    /// <param name="block">The block.</param>
    /// <param name="point">d numbers.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<double> SquaredDistances(int block, ReadOnlySpan<double> point)
    {
        RequirePoints(block, point.Length, 1);
        ref var cell = ref FirstCell(block);
        ref var p = ref MemoryMarshal.GetReference(point);
        var sum = Vector512<double>.Zero;
        for (var c = 0; c < Dimensions; c++)
        {
            var difference = Vector512.LoadUnsafe(ref cell, (nuint)(c * Width)) - Vector512.Create(Unsafe.Add(ref p, c));
            sum += difference * difference;
        }

        return sum;
    }

    /// <summary>The squared distances of a block's rows to four points at once, each row loaded once.</summary>
    /// <param name="block">The block.</param>
    /// <param name="points">4 x d numbers, row-major.</param>
    /// <param name="first">To the first point.</param>
    /// <param name="second">To the second.</param>
    /// <param name="third">To the third.</param>
    /// <param name="fourth">To the fourth.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void SquaredDistances(
        int block,
        ReadOnlySpan<double> points,
        out Vector512<double> first,
        out Vector512<double> second,
        out Vector512<double> third,
        out Vector512<double> fourth)
    {
        RequirePoints(block, points.Length, 4);
        var d = Dimensions;
        ref var cell = ref FirstCell(block);
        ref var p0 = ref MemoryMarshal.GetReference(points);
        ref var p1 = ref Unsafe.Add(ref p0, d);
        ref var p2 = ref Unsafe.Add(ref p1, d);
        ref var p3 = ref Unsafe.Add(ref p2, d);
        var s0 = Vector512<double>.Zero;
        var s1 = s0;
        var s2 = s0;
        var s3 = s0;
        for (var c = 0; c < d; c++)
        {
            var row = Vector512.LoadUnsafe(ref cell, (nuint)(c * Width));
            var d0 = row - Vector512.Create(Unsafe.Add(ref p0, c));
            var d1 = row - Vector512.Create(Unsafe.Add(ref p1, c));
            var d2 = row - Vector512.Create(Unsafe.Add(ref p2, c));
            var d3 = row - Vector512.Create(Unsafe.Add(ref p3, c));
            s0 += d0 * d0;
            s1 += d1 * d1;
            s2 += d2 * d2;
            s3 += d3 * d3;
        }

        first = s0;
        second = s1;
        third = s2;
        fourth = s3;
    }

    private ref double FirstCell(int block) =>
        ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(values), (nint)block * Dimensions * Width);

    private void RequirePoints(int block, int length, int points)
    {
        if ((uint)block >= (uint)BlockCount || length != points * Dimensions)
        {
            Refuse(block, length, points);
        }
    }

    private void Refuse(int block, int length, int points) => throw new ArgumentException(
        $"block is {block} of {BlockCount} and the points have {length} numbers; {points} of {Dimensions} dimensions are needed.");
}
