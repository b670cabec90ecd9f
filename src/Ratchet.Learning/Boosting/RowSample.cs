using Ratchet.Learning.Trees;
using Ratchet.Numerics.Randomness;

namespace Ratchet.Learning.Boosting;

/// <summary>The rows of one tree's sample and the others, each in their order; drawn by chunks with a random stream each.</summary>
internal sealed class RowSample
{
    private readonly int count;
    private readonly double share;
    private readonly int threads;
    private readonly byte[] marks;
    private readonly int[] offsets;

    public RowSample(int count, double share, int threads)
    {
        this.count = count;
        this.share = share;
        this.threads = threads;
        marks = new byte[count];
        offsets = new int[((count + MarginTable.ChunkRows - 1) / MarginTable.ChunkRows) + 1];
        Outside = new int[count + 1];
    }

    /// <summary>How many rows are in the sample.</summary>
    public int Count => offsets[^1];

    /// <summary>The rows that are not; as many as the sample leaves.</summary>
    public int[] Outside { get; }

    public int OutsideCount => count - Count;

    /// <summary>Draws a sample. Rows of hessian 0, that is of weight 0, are never in it.</summary>
    public void Draw(StreamKey key, double[] hessians, CancellationToken cancellationToken)
    {
        var chunks = offsets.Length - 1;
        offsets[0] = 0;
        WorkSplit.Run(chunks, threads, cancellationToken, chunk =>
        {
            var (start, end) = Bounds(chunk);
            var stream = share < 1 ? key.Derive(chunk).Open() : null;
            var drawn = 0;
            for (var i = start; i < end; i++)
            {
                var isIn = (stream is null || stream.NextDouble() < share) & hessians[i] > 0;
                marks[i] = isIn ? (byte)1 : (byte)0;
                drawn += marks[i];
            }

            offsets[chunk + 1] = drawn;
        });
        for (var chunk = 0; chunk < chunks; chunk++)
        {
            offsets[chunk + 1] += offsets[chunk];
        }
    }

    /// <summary>Writes the sample's rows and cells, and the other rows to <see cref="Outside"/>.</summary>
    /// <param name="gradients">One a row.</param>
    /// <param name="hessians">One a row.</param>
    /// <param name="gradientScale">Units of a gradient of 1.</param>
    /// <param name="hessianScale">Units of a hessian of 1.</param>
    /// <param name="rows">Receives the rows.</param>
    /// <param name="cells">Receives their cells.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The sum of the cells, and how many have a gradient that few units express.</returns>
    public (TCell Total, int Coarse) Write<TCell>(
        double[] gradients, double[] hessians, double gradientScale, double hessianScale, int[] rows, TCell[] cells, CancellationToken cancellationToken)
        where TCell : unmanaged, IGradientCell<TCell>
    {
        const double FewUnits = 8;
        var totals = new TCell[offsets.Length - 1];
        var coarse = new int[totals.Length];
        WorkSplit.Run(totals.Length, threads, cancellationToken, chunk =>
        {
            var (start, end) = Bounds(chunk);
            var at = offsets[chunk];
            var outside = start - at;
            var total = default(TCell);
            var few = 0;
            for (var i = start; i < end; i++)
            {
                var gradient = gradients[i] * gradientScale;
                var size = Math.Abs(gradient);
                if (marks[i] != 0)
                {
                    var cell = TCell.Of(gradient, hessians[i] * hessianScale);
                    rows[at] = i;
                    cells[at++] = cell;
                    total += cell;
                    few += size is > 0 and < FewUnits ? 1 : 0;
                }
                else
                {
                    Outside[outside++] = i;
                }
            }

            totals[chunk] = total;
            coarse[chunk] = few;
        });
        var sum = default(TCell);
        var fewUnits = 0;
        for (var chunk = 0; chunk < totals.Length; chunk++)
        {
            sum += totals[chunk];
            fewUnits += coarse[chunk];
        }

        return (sum, fewUnits);
    }

    private (int Start, int End) Bounds(int chunk) => (chunk * MarginTable.ChunkRows, Math.Min((chunk + 1) * MarginTable.ChunkRows, count));
}
