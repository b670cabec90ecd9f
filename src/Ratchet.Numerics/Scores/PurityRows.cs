using System.Runtime.Intrinsics;
using Ratchet.Numerics.Matrices;

namespace Ratchet.Numerics.Scores;

/// <summary>
/// How many of each row's nearest other rows share its group: four rows at a time meet each block once. Exact; the earlier row wins a tie. Huge or tiny
/// numbers are brought into the middle of the range first, so that every distance is finite and k of them are found for each of the more than k rows.
/// </summary>
internal sealed class PurityRows
{
    private const int RowsAtATime = 4;
    private const int ChunkRows = 64;

    private readonly double[] x;
    private readonly int[] groups;
    private readonly int dimensions;
    private readonly int neighbours;
    private readonly RowBlocks blocks;

    public PurityRows(ReadOnlySpan<double> x, int dimensions, ReadOnlySpan<int> groups, int neighbours)
    {
        this.x = x.ToArray();
        var unit = MiddleRange.Unit(x);
        foreach (ref var value in this.x.AsSpan())
        {
            value *= unit;
        }

        this.groups = groups.ToArray();
        this.dimensions = dimensions;
        this.neighbours = neighbours;
        var order = new int[groups.Length];
        for (var i = 0; i < order.Length; i++)
        {
            order[i] = i;
        }

        blocks = new RowBlocks(this.x, dimensions, order);
    }

    public int[] Count(int threads, CancellationToken cancellationToken)
    {
        var same = new int[groups.Length];
        var chunks = (same.Length + ChunkRows - 1) / ChunkRows;
        var options = new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellationToken };
        Parallel.For(0, chunks, options, chunk => CountChunk(chunk * ChunkRows, Math.Min((chunk + 1) * ChunkRows, same.Length), same));
        return same;
    }

    private void CountChunk(int first, int end, int[] same)
    {
        var k = neighbours;
        var points = new double[RowsAtATime * dimensions];
        var distances = new double[RowsAtATime * k].AsSpan();
        var nearest = new int[RowsAtATime * k].AsSpan();
        for (var row = first; row < end; row += RowsAtATime)
        {
            for (var q = 0; q < RowsAtATime; q++)
            {
                // Past the end the last row is repeated, and what comes of it is not read.
                x.AsSpan(Math.Min(row + q, end - 1) * dimensions, dimensions).CopyTo(points.AsSpan(q * dimensions));
            }

            var n0 = new NearestRows(distances[..k], nearest[..k]);
            var n1 = new NearestRows(distances.Slice(k, k), nearest.Slice(k, k));
            var n2 = new NearestRows(distances.Slice(2 * k, k), nearest.Slice(2 * k, k));
            var n3 = new NearestRows(distances.Slice(3 * k, k), nearest.Slice(3 * k, k));
            for (var block = 0; block < blocks.BlockCount; block++)
            {
                blocks.SquaredDistances(block, points, out var d0, out var d1, out var d2, out var d3);
                Meet(ref n0, d0, block, row);
                Meet(ref n1, d1, block, row + 1);
                Meet(ref n2, d2, block, row + 2);
                Meet(ref n3, d3, block, row + 3);
            }

            for (var q = 0; q < RowsAtATime && row + q < end; q++)
            {
                foreach (var other in nearest.Slice(q * k, k))
                {
                    same[row + q] += groups[other] == groups[row + q] ? 1 : 0;
                }
            }
        }
    }

    private static void Meet(ref NearestRows nearest, Vector512<double> squared, int block, int self)
    {
        for (var lanes = nearest.Near(squared); lanes != 0;)
        {
            var lane = NearestRows.Take(ref lanes);
            var other = (block * RowBlocks.Width) + lane;
            if (other != self)
            {
                nearest.Offer(squared.GetElement(lane), other);
            }
        }
    }
}
