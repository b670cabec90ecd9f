using System.Runtime.CompilerServices;
using Ratchet.Learning.Binning;
using Ratchet.Numerics.Randomness;

namespace Ratchet.Learning.Trees;

/// <summary>
/// Finds the best split of a node among given features. Histograms are filled for a few features in one pass; those of a large node by several threads, each
/// pass by one, so that sums never depend on the number of threads. They are then scanned in the order of the features.
/// </summary>
/// <typeparam name="TMoments">The statistics.</typeparam>
/// <typeparam name="TRule">How splits are judged.</typeparam>
/// <param name="x">The features.</param>
/// <param name="limits">When a node may be split.</param>
/// <param name="rows">The rows of all nodes, each node a segment.</param>
/// <param name="moments">Their statistics.</param>
/// <param name="threads">How many threads may fill the histograms of a large node.</param>
internal sealed class FeatureSearch<TMoments, TRule>(BinnedMatrix x, TreeLimits limits, int[] rows, TMoments[] moments, int threads)
    where TMoments : unmanaged, IMoments<TMoments>
    where TRule : struct, ISplitRule<TMoments>
{
    // Below this, handing work to another thread costs about as much as it saves.
    private const int RowsForThreads = 16_384;

    private readonly List<NodeHistograms<TMoments>> pool = [new()];
    private TRule rule;
    private TMoments total;
    private int start;
    private int count;

    /// <summary>Empties the histograms, which a cancelled tree may have left filled.</summary>
    public void Reset()
    {
        foreach (var histograms in pool)
        {
            histograms.ClearAll();
        }
    }

    /// <summary>Begins a node.</summary>
    public void Begin(int nodeStart, int nodeEnd, TMoments nodeTotal, in TRule nodeRule)
    {
        start = nodeStart;
        count = nodeEnd - nodeStart;
        total = nodeTotal;
        rule = nodeRule;
    }

    /// <summary>Looks at features in turn.</summary>
    /// <returns>Whether one of them varies in the node.</returns>
    public bool Look(Span<int> features, RandomStream stream, ref SplitChoice<TMoments> best, CancellationToken cancellationToken)
    {
        if (threads > 1 && features.Length > 1 && count >= RowsForThreads)
        {
            return LookTogether([.. features], stream, ref best, cancellationToken);
        }

        var varied = false;
        for (var first = 0; first < features.Length; first += NodeHistograms<TMoments>.Lanes)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var lanes = features.Slice(first, Math.Min(NodeHistograms<TMoments>.Lanes, features.Length - first));
            var marked = count < Widest(lanes);
            if (marked)
            {
                pool[0].FillMarked(x, lanes, rows.AsSpan(start, count), moments.AsSpan(start, count));
            }
            else
            {
                Fill(pool[0], lanes, cancellationToken);
            }

            varied |= Scan(pool[0], lanes, marked, stream, ref best);
        }

        return varied;
    }

    private bool LookTogether(int[] features, RandomStream stream, ref SplitChoice<TMoments> best, CancellationToken cancellationToken)
    {
        var size = Math.Clamp((features.Length + threads - 1) / threads, 1, NodeHistograms<TMoments>.Lanes);
        var parts = (features.Length + size - 1) / size;
        while (pool.Count < parts)
        {
            pool.Add(new());
        }

        Parallel.For(
            0,
            parts,
            new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellationToken },
            p => Fill(pool[p], features.AsSpan(p * size, Math.Min(size, features.Length - (p * size))), cancellationToken));
        var varied = false;
        for (var p = 0; p < parts; p++)
        {
            varied |= Scan(pool[p], features.AsSpan(p * size, Math.Min(size, features.Length - (p * size))), false, stream, ref best);
        }

        return varied;
    }

    private int Widest(ReadOnlySpan<int> features)
    {
        var widest = 0;
        foreach (var feature in features)
        {
            widest = Math.Max(widest, x.Thresholds(feature).Length + 1);
        }

        return widest;
    }

    private void Fill(NodeHistograms<TMoments> histograms, ReadOnlySpan<int> features, CancellationToken cancellationToken)
    {
        for (var done = 0; done < count; done += WorkChunk.Rows)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var part = Math.Min(WorkChunk.Rows, count - done);
            histograms.Fill(x, features, rows.AsSpan(start + done, part), moments.AsSpan(start + done, part));
        }
    }

    private bool Scan(NodeHistograms<TMoments> histograms, ReadOnlySpan<int> features, bool marked, RandomStream stream, ref SplitChoice<TMoments> best)
    {
        var varied = false;
        for (var lane = 0; lane < features.Length; lane++)
        {
            varied |= Scan(histograms, lane, features[lane], marked, stream, ref best);
            if (marked)
            {
                histograms.ClearMarked(lane);
            }
            else
            {
                histograms.Clear(lane, x.Thresholds(features[lane]).Length + 1);
            }
        }

        return varied;
    }

    private bool Scan(NodeHistograms<TMoments> histograms, int lane, int feature, bool marked, RandomStream stream, ref SplitChoice<TMoments> best)
    {
        ref var histogram = ref histograms.First(lane);
        if (Unsafe.Add(ref histogram, x.ColumnArray(feature)[rows[start]]).Rows == total.Rows)
        {
            return false;
        }

        var last = x.Thresholds(feature).Length;
        var cut = limits.RandomCuts ? RandomCut.Draw(stream, x.Thresholds(feature), ref histogram) : -1;
        var missing = Unsafe.Add(ref histogram, BinnedMatrix.MissingBin);
        if (!x.HasMissing(feature) || missing.Rows == 0)
        {
            if (Scan(histograms, lane, marked, last, cut, default, ref best))
            {
                best.Feature = feature;
                best.MissingGoesLeft = 2 * best.Left.Rows >= total.Rows;
            }

            return true;
        }

        if (Scan(histograms, lane, marked, last + 1, cut, default, ref best))
        {
            best.Feature = feature;
            best.MissingGoesLeft = false;
        }

        if (Scan(histograms, lane, marked, last, cut, missing, ref best))
        {
            best.Feature = feature;
            best.MissingGoesLeft = true;
        }

        return true;
    }

    private bool Scan(NodeHistograms<TMoments> histograms, int lane, bool marked, int end, int cut, TMoments left, ref SplitChoice<TMoments> best)
    {
        ref var histogram = ref histograms.First(lane);
        if (cut >= 0)
        {
            return end > 0 && SplitScan<TMoments, TRule>.Single(rule, ref histogram, Math.Min(cut, end - 1), left, total, limits.MinSamplesLeaf, ref best);
        }

        return marked
            ? SplitScan<TMoments, TRule>.Sparse(rule, ref histogram, histograms.Occupied(lane), end, left, total, limits.MinSamplesLeaf, ref best)
            : SplitScan<TMoments, TRule>.Dense(rule, ref histogram, end, left, total, limits.MinSamplesLeaf, ref best);
    }
}
