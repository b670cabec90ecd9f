using Ratchet.Numerics.Randomness;

namespace Ratchet.Learning.Trees;

/// <summary>What all trees of a forest draw from: the view's rows and one statistic each. Shared by all threads, read only.</summary>
/// <typeparam name="TMoments">The statistics.</typeparam>
/// <param name="rows">The rows of the view; those of weight zero are drawn but not kept.</param>
/// <param name="moments">One statistic a row.</param>
/// <param name="draw">How samples are drawn.</param>
internal sealed class MomentSample<TMoments>(ReadOnlyMemory<int> rows, TMoments[] moments, RowDraw draw)
    where TMoments : unmanaged, IMoments<TMoments>
{
    /// <summary>The rows that a sample may need, plus one.</summary>
    public int Capacity => rows.Length + 1;

    /// <summary>The rows of the view.</summary>
    public int ViewCount => rows.Length;

    /// <summary>Draws a sample: distinct rows in the view's order and their statistics.</summary>
    /// <returns>How many distinct rows.</returns>
    public int Draw(RandomStream stream, int[] multiplicities, int[] sampleRows, TMoments[] sampleMoments, CancellationToken cancellationToken)
    {
        var view = rows.Span;
        var times = multiplicities.AsSpan(0, view.Length);
        draw.Fill(stream, times, cancellationToken);
        var count = 0;
        for (var start = 0; start < times.Length; start += WorkChunk.Rows)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var end = Math.Min(start + WorkChunk.Rows, times.Length);
            for (var i = start; i < end; i++)
            {
                sampleRows[count] = view[i];
                sampleMoments[count] = TMoments.Times(moments[i], times[i]);
                count += (times[i] > 0) & (moments[i].Weight > 0) ? 1 : 0;
            }
        }

        return count;
    }
}
