using System.Runtime.CompilerServices;
using Ratchet.Learning.Binning;
using Ratchet.Numerics.Randomness;

namespace Ratchet.Learning.Trees;

/// <summary>
/// Grows trees depth first. The rows of a node are a segment of one array that each split reorders stably, their statistics travel with them, and each
/// node fills histograms of its own drawn features.
/// </summary>
/// <typeparam name="TMoments">The statistics.</typeparam>
/// <typeparam name="TRule">How splits are judged.</typeparam>
internal sealed class MomentTreeGrower<TMoments, TRule> : TreeGrower
    where TMoments : unmanaged, IMoments<TMoments>
    where TRule : struct, ISplitRule<TMoments>
{
    private readonly MomentSample<TMoments> sample;
    private readonly TreeLimits limits;
    private readonly BinnedMatrix x;
    private readonly int[] rows;
    private readonly TMoments[] moments;
    private readonly int[] spareRows;
    private readonly TMoments[] spareMoments;
    private readonly FeatureDraw draw;
    private readonly int[] drawn;
    private readonly FeatureSearch<TMoments, TRule> search;
    private readonly NodeBuffer nodes;
    private readonly Stack<Pending> stack = new();
    private TRule rule;

    public MomentTreeGrower(MomentSample<TMoments> sample, BinnedMatrix x, TreeLimits limits, TRule rule, int threads)
    {
        this.sample = sample;
        this.limits = limits;
        this.x = x;
        this.rule = rule;
        var capacity = sample.Capacity;
        rows = GC.AllocateUninitializedArray<int>(capacity);
        moments = GC.AllocateUninitializedArray<TMoments>(capacity);
        spareRows = GC.AllocateUninitializedArray<int>(capacity);
        spareMoments = GC.AllocateUninitializedArray<TMoments>(capacity);
        draw = new(x.FeatureCount);
        drawn = new int[limits.FeaturesPerNode];
        search = new(x, limits, rows, moments, threads);
        nodes = new(rule.OutputCount);
    }

    public override GrownTree Grow(RandomStream stream, CancellationToken cancellationToken)
    {
        var count = sample.Draw(stream, spareRows, rows, moments, cancellationToken);
        rule.BeginTree(spareRows.AsSpan(0, sample.ViewCount));
        var root = default(TMoments);
        foreach (var row in moments.AsSpan(0, count))
        {
            root += row;
        }

        var rootWeight = rule.Weight(root);
        nodes.Reset();
        draw.Reset();
        stack.Clear();
        search.Reset();
        Place(new(0, 0, 0, count, root));
        while (stack.TryPop(out var node))
        {
            cancellationToken.ThrowIfCancellationRequested();
            Split(node, rootWeight, stream, cancellationToken);
        }

        return nodes.ToTree();
    }

    // Gives a node its value; it becomes a leaf at once where the limits say so, else it waits for its split.
    private bool Place(in Pending node)
    {
        rule.SetValues(node.Total, nodes.Values(node.Index));
        if (limits.MustBeLeaf(node.Depth, node.End - node.Start))
        {
            nodes.SetLeaf(node.Index, node.Depth, rule.Weight(node.Total));
            return false;
        }

        stack.Push(node);
        return true;
    }

    private void Split(in Pending node, double rootWeight, RandomStream stream, CancellationToken cancellationToken)
    {
        var segment = moments.AsSpan(node.Start, node.End - node.Start);
        var best = SplitChoice<TMoments>.None;
        rule.BeginNode(node.Total);
        if (!TMoments.IsPure(segment, node.Total))
        {
            Search(node, stream, ref best, cancellationToken);
        }

        var weight = rule.Weight(node.Total);
        var decrease = limits.ImpurityScale * rule.Decrease(best.Score);
        if (!best.Exists || !limits.IsEnough(decrease, rootWeight))
        {
            nodes.SetLeaf(node.Index, node.Depth, weight);
            return;
        }

        var right = node.Total - best.Left;
        var left = nodes.TakePair();
        var split = TreeNode.Split(best.Feature, best.Bin, best.MissingGoesLeft, left);
        nodes.SetSplit(node.Index, split, weight, Math.Max(decrease, 0));
        var middle = node.Start + best.Left.Rows;
        var rightWaits = Place(new(left + 1, node.Depth + 1, middle, node.End, right));
        var leftWaits = Place(new(left, node.Depth + 1, node.Start, middle, best.Left));
        if (leftWaits || rightWaits)
        {
            SegmentPartition.Apply(
                split, x.ColumnArray(best.Feature), rows.AsSpan(node.Start, segment.Length), segment, spareRows, spareMoments, cancellationToken);
        }
    }

    // Looks at the drawn features, and at more as long as all were constant in the node.
    private void Search(in Pending node, RandomStream stream, ref SplitChoice<TMoments> best, CancellationToken cancellationToken)
    {
        var count = 0;
        draw.Begin();
        while (draw.Any && count < drawn.Length)
        {
            drawn[count++] = draw.Next(stream);
        }

        search.Begin(node.Start, node.End, node.Total, rule);
        var varied = search.Look(drawn.AsSpan(0, count), stream, ref best, cancellationToken);
        while (!varied && draw.Any)
        {
            drawn[0] = draw.Next(stream);
            varied = search.Look(drawn.AsSpan(0, 1), stream, ref best, cancellationToken);
        }
    }

    private readonly record struct Pending(int Index, int Depth, int Start, int End, TMoments Total);
}
