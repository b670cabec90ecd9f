using System.Runtime.InteropServices;
using Ratchet.Learning.Binning;

namespace Ratchet.Learning.Trees;

/// <summary>
/// The bins of a view's rows, copied once into blocks of eight features with eight bytes a row, so that one load gives a row's bins of a whole block and
/// the histograms of a block fit the first-level cache. Rows are named by their position in the view. Measured by the case P5 of the benchmarks.
/// </summary>
internal sealed class FeatureBlocks
{
    /// <summary>The features of a block; the last one is filled up with constant ones.</summary>
    public const int Width = 8;

    // So many rows of a block stay in the first-level cache while they are filled feature by feature.
    private const int CopiedRows = 1024;

    private readonly byte[][] blocks;

    private FeatureBlocks(byte[][] blocks, int rowCount, int featureCount)
    {
        this.blocks = blocks;
        RowCount = rowCount;
        FeatureCount = featureCount;
    }

    public int Count => blocks.Length;

    public int RowCount { get; }

    public int FeatureCount { get; }

    /// <summary>Copies the bins of some rows of a matrix.</summary>
    public static FeatureBlocks Copy(BinnedMatrix x, ReadOnlyMemory<int> rows, int threads, CancellationToken cancellationToken)
    {
        var blocks = new byte[(x.FeatureCount + Width - 1) / Width][];
        WorkSplit.Run(blocks.Length, threads, b => blocks[b] = CopyBlock(x, rows.Span, b * Width, cancellationToken), cancellationToken);
        return new(blocks, rows.Length, x.FeatureCount);
    }

    /// <summary>The first byte of a block; row i has bytes 8i to 8i + 7.</summary>
    public ref byte First(int block) => ref MemoryMarshal.GetArrayDataReference(blocks[block]);

    private static byte[] CopyBlock(BinnedMatrix x, ReadOnlySpan<int> rows, int firstFeature, CancellationToken cancellationToken)
    {
        var block = new byte[checked(rows.Length * Width)];
        var end = Math.Min(Width, x.FeatureCount - firstFeature);
        for (var start = 0; start < rows.Length; start += CopiedRows)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var part = rows.Slice(start, Math.Min(CopiedRows, rows.Length - start));
            var target = block.AsSpan(start * Width, part.Length * Width);
            for (var lane = 0; lane < end; lane++)
            {
                var column = x.Column(firstFeature + lane);
                for (var i = 0; i < part.Length; i++)
                {
                    target[(i * Width) + lane] = column[part[i]];
                }
            }
        }

        return block;
    }
}
