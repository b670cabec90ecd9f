using System.Runtime.Intrinsics;
using Ratchet.Numerics.Matrices;

namespace Ratchet.Numerics.Scores;

/// <summary>
/// Silhouettes over rows packed group by group: four rows at a time meet each block once. A group's distances are added in eight lanes, element i
/// in lane i mod 8, and the lanes in one fixed order, so that the bits depend on neither threads nor machine.
/// </summary>
internal sealed class SilhouetteRows
{
    private const int RowsAtATime = 4;
    private const int ChunkRows = 64;

    private readonly double[] x;
    private readonly int dimensions;
    private readonly GroupIndex index;
    private readonly RowBlocks blocks;
    private readonly int[] firstBlocks;

    public SilhouetteRows(ReadOnlySpan<double> x, int dimensions, GroupIndex index)
    {
        this.x = x.ToArray();
        this.dimensions = dimensions;
        this.index = index;
        firstBlocks = new int[index.Count + 1];
        for (var g = 0; g < index.Count; g++)
        {
            firstBlocks[g + 1] = firstBlocks[g] + ((index.Size(g) + RowBlocks.Width - 1) / RowBlocks.Width);
        }

        var order = new int[firstBlocks[^1] * RowBlocks.Width];
        Array.Fill(order, -1);
        for (var g = 0; g < index.Count; g++)
        {
            index.Rows(g).CopyTo(order.AsSpan(firstBlocks[g] * RowBlocks.Width));
        }

        blocks = new RowBlocks(x, dimensions, order);
    }

    public double[] Score(int threads, CancellationToken cancellationToken)
    {
        var result = new double[index.Of.Length];
        var chunks = (result.Length + ChunkRows - 1) / ChunkRows;
        var options = new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellationToken };
        Parallel.For(0, chunks, options, chunk => ScoreChunk(chunk * ChunkRows, Math.Min((chunk + 1) * ChunkRows, result.Length), result));
        return result;
    }

    private void ScoreChunk(int first, int end, double[] result)
    {
        var points = new double[RowsAtATime * dimensions];
        var sums = new double[RowsAtATime * index.Count];
        for (var row = first; row < end; row += RowsAtATime)
        {
            for (var q = 0; q < RowsAtATime; q++)
            {
                // Past the end the last row is repeated, and what comes of it is not read.
                x.AsSpan(Math.Min(row + q, end - 1) * dimensions, dimensions).CopyTo(points.AsSpan(q * dimensions));
            }

            for (var g = 0; g < index.Count; g++)
            {
                SumDistances(points, g, sums);
            }

            for (var q = 0; q < RowsAtATime && row + q < end; q++)
            {
                result[row + q] = Silhouette(sums.AsSpan(q * index.Count, index.Count), index.Of[row + q]);
            }
        }
    }

    private void SumDistances(ReadOnlySpan<double> points, int group, double[] sums)
    {
        var s0 = Vector512<double>.Zero;
        var s1 = s0;
        var s2 = s0;
        var s3 = s0;
        var whole = firstBlocks[group] + (index.Size(group) / RowBlocks.Width);
        for (var block = firstBlocks[group]; block < whole; block++)
        {
            blocks.SquaredDistances(block, points, out var d0, out var d1, out var d2, out var d3);
            s0 += Vector512.Sqrt(d0);
            s1 += Vector512.Sqrt(d1);
            s2 += Vector512.Sqrt(d2);
            s3 += Vector512.Sqrt(d3);
        }

        if (whole < firstBlocks[group + 1])
        {
            blocks.SquaredDistances(whole, points, out var d0, out var d1, out var d2, out var d3);
            var filled = Vector512.LessThan(
                Vector512.Create(0.0, 1, 2, 3, 4, 5, 6, 7), Vector512.Create((double)(index.Size(group) % RowBlocks.Width)));
            s0 += Vector512.ConditionalSelect(filled, Vector512.Sqrt(d0), Vector512<double>.Zero);
            s1 += Vector512.ConditionalSelect(filled, Vector512.Sqrt(d1), Vector512<double>.Zero);
            s2 += Vector512.ConditionalSelect(filled, Vector512.Sqrt(d2), Vector512<double>.Zero);
            s3 += Vector512.ConditionalSelect(filled, Vector512.Sqrt(d3), Vector512<double>.Zero);
        }

        sums[group] = Total(s0);
        sums[index.Count + group] = Total(s1);
        sums[(2 * index.Count) + group] = Total(s2);
        sums[(3 * index.Count) + group] = Total(s3);
    }

    private static double Total(Vector512<double> lanes)
    {
        var four = lanes.GetLower() + lanes.GetUpper();
        return (four.GetElement(0) + four.GetElement(1)) + (four.GetElement(2) + four.GetElement(3));
    }

    private double Silhouette(ReadOnlySpan<double> sums, int own)
    {
        if (index.Size(own) == 1)
        {
            return 0;
        }

        var inside = sums[own] / (index.Size(own) - 1);
        var outside = double.PositiveInfinity;
        for (var g = 0; g < sums.Length; g++)
        {
            outside = g == own ? outside : Math.Min(outside, sums[g] / index.Size(g));
        }

        var larger = Math.Max(inside, outside);
        return larger == 0 ? 0 : (outside - inside) / larger;
    }
}
