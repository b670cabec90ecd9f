using System.Runtime.CompilerServices;
using Ratchet.Learning.Binning;
using Ratchet.Numerics.Randomness;

namespace Ratchet.Learning.Trees;

/// <summary>
/// Grows regression trees and trees of two classes, depth first. The rows of a node are a segment of one array that each split reorders
/// stably, their statistics travel with them, and each node fills histograms of its own drawn features.
/// </summary>
/// <typeparam name="TMoments">The statistics.</typeparam>
/// <typeparam name="TCriterion">How splits are compared.</typeparam>
internal sealed class MomentTreeGrower<TMoments, TCriterion> : TreeGrower
    where TMoments : unmanaged, IMoments<TMoments>
    where TCriterion : struct, ISplitCriterion
{
    private readonly MomentSample<TMoments> sample;
    private readonly TreeLimits limits;
    private readonly BinnedMatrix x;
    private readonly int[] rows;
    private readonly TMoments[] moments;
    private readonly int[] spareRows;
    private readonly TMoments[] spareMoments;
    private readonly FeatureDraw draw;
    private readonly NodeHistograms<TMoments> histograms = new();
    private readonly NodeBuffer nodes = new(1);
    private readonly Stack<Pending> stack = new();
    private readonly int[] lanes = new int[NodeHistograms<TMoments>.Lanes];

    public MomentTreeGrower(MomentSample<TMoments> sample, BinnedMatrix x, TreeLimits limits)
    {
        this.sample = sample;
        this.limits = limits;
        this.x = x;
        var capacity = sample.Capacity;
        rows = GC.AllocateUninitializedArray<int>(capacity);
        moments = GC.AllocateUninitializedArray<TMoments>(capacity);
        spareRows = GC.AllocateUninitializedArray<int>(capacity);
        spareMoments = GC.AllocateUninitializedArray<TMoments>(capacity);
        draw = new(x.FeatureCount);
    }

    public override GrownTree Grow(RandomStream stream, CancellationToken cancellationToken)
    {
        var count = sample.Draw(stream, spareRows, rows, moments);
        var root = default(TMoments);
        foreach (var row in moments.AsSpan(0, count))
        {
            root += row;
        }

        nodes.Reset();
        draw.Reset();
        stack.Clear();
        histograms.ClearAll();
        Place(new(0, 0, 0, count, root));
        while (stack.TryPop(out var node))
        {
            cancellationToken.ThrowIfCancellationRequested();
            Split(node, root.Weight, stream, cancellationToken);
        }

        return nodes.ToTree();
    }

    // Gives a node its value; it becomes a leaf at once where the limits say so, else it waits for its split.
    private bool Place(Pending node)
    {
        nodes.Values(node.Index)[0] = node.Total.Weight > 0 ? sample.Offset + (node.Total.Sum / node.Total.Weight) : sample.Prior;
        if (limits.MustBeLeaf(node.Depth, node.End - node.Start))
        {
            nodes.SetLeaf(node.Index, node.Depth, node.Total.Weight);
            return false;
        }

        stack.Push(node);
        return true;
    }

    private void Split(Pending node, double rootWeight, RandomStream stream, CancellationToken cancellationToken)
    {
        var segment = moments.AsSpan(node.Start, node.End - node.Start);
        var best = SplitChoice<TMoments>.None;
        if (!TMoments.IsPure(segment, node.Total))
        {
            Search(node, stream, ref best, cancellationToken);
        }

        var decrease = limits.ImpurityScale * TCriterion.Decrease(best.Score, node.Total.Weight);
        if (!best.Exists || !limits.IsEnough(decrease, rootWeight))
        {
            nodes.SetLeaf(node.Index, node.Depth, node.Total.Weight);
            return;
        }

        var right = node.Total - best.Left;
        var left = nodes.TakePair();
        var split = TreeNode.Split(best.Feature, best.Bin, best.MissingGoesLeft, left);
        nodes.SetSplit(node.Index, split, node.Total.Weight, Math.Max(decrease, 0));
        var middle = node.Start + best.Left.Rows;
        var rightWaits = Place(new(left + 1, node.Depth + 1, middle, node.End, right));
        var leftWaits = Place(new(left, node.Depth + 1, node.Start, middle, best.Left));
        if (leftWaits || rightWaits)
        {
            SegmentPartition.Apply(split, x.ColumnArray(best.Feature), rows.AsSpan(node.Start, segment.Length), segment, spareRows, spareMoments);
        }
    }

    // Looks at the drawn features, and at more as long as all were constant in the node.
    private void Search(Pending node, RandomStream stream, ref SplitChoice<TMoments> best, CancellationToken cancellationToken)
    {
        var nodeRows = rows.AsSpan(node.Start, node.End - node.Start);
        var nodeMoments = moments.AsSpan(node.Start, nodeRows.Length);
        var visited = 0;
        var varied = false;
        draw.Begin();
        while (draw.Any && (visited < limits.FeaturesPerNode || !varied))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var wanted = visited < limits.FeaturesPerNode ? Math.Min(lanes.Length, limits.FeaturesPerNode - visited) : 1;
            var widest = 0;
            var used = 0;
            for (; used < wanted && draw.Any; used++)
            {
                lanes[used] = draw.Next(stream);
                widest = Math.Max(widest, x.Thresholds(lanes[used]).Length + 1);
            }

            visited += used;
            var features = lanes.AsSpan(0, used);
            var marked = nodeRows.Length < widest;
            if (marked)
            {
                histograms.FillMarked(x, features, nodeRows, nodeMoments);
            }
            else
            {
                histograms.Fill(x, features, nodeRows, nodeMoments);
            }

            for (var lane = 0; lane < used; lane++)
            {
                varied |= Scan(lane, marked, nodeRows[0], node.Total, ref best);
                if (marked)
                {
                    histograms.ClearMarked(lane);
                }
                else
                {
                    histograms.Clear(lane, x.Thresholds(lanes[lane]).Length + 1);
                }
            }
        }
    }

    private bool Scan(int lane, bool marked, int firstRow, TMoments total, ref SplitChoice<TMoments> best)
    {
        var feature = lanes[lane];
        ref var histogram = ref histograms.First(lane);
        if (Unsafe.Add(ref histogram, x.Column(feature)[firstRow]).Rows == total.Rows)
        {
            return false;
        }

        var last = x.Thresholds(feature).Length;
        var missing = Unsafe.Add(ref histogram, BinnedMatrix.MissingBin);
        if (!x.HasMissing(feature) || missing.Rows == 0)
        {
            if (Scan(lane, marked, last, default, total, ref best))
            {
                best.Feature = feature;
                best.MissingGoesLeft = 2 * best.Left.Rows >= total.Rows;
            }

            return true;
        }

        if (Scan(lane, marked, last + 1, default, total, ref best))
        {
            best.Feature = feature;
            best.MissingGoesLeft = false;
        }

        if (Scan(lane, marked, last, missing, total, ref best))
        {
            best.Feature = feature;
            best.MissingGoesLeft = true;
        }

        return true;
    }

    private bool Scan(int lane, bool marked, int end, TMoments start, TMoments total, ref SplitChoice<TMoments> best) => marked
        ? SplitScan<TMoments, TCriterion>.Sparse(
            ref histograms.First(lane), histograms.Occupied(lane), end, start, total, limits.MinSamplesLeaf, ref best)
        : SplitScan<TMoments, TCriterion>.Dense(ref histograms.First(lane), end, start, total, limits.MinSamplesLeaf, ref best);

    private readonly record struct Pending(int Index, int Depth, int Start, int End, TMoments Total);
}
