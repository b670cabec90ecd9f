using System.Runtime.CompilerServices;
using Ratchet.Learning.Binning;
using Ratchet.Numerics.Randomness;

namespace Ratchet.Learning.Trees;

/// <summary>
/// Grows a forest's trees whose nodes look at all features, level by level with <see cref="SubtractionGrower{TCell,TRule}"/>. Counts are exact, so the limits on
/// rows are; sums of weights or targets that are no integers differ from those of <see cref="MomentTreeGrower{TMoments,TRule}"/>, its reference, by rounding.
/// What nodes predict and weigh is summed anew from the rows of the leaves.
/// </summary>
/// <typeparam name="TMoments">The statistics.</typeparam>
/// <typeparam name="TRule">How splits are judged.</typeparam>
internal sealed class AllFeaturesGrower<TMoments, TRule> : TreeGrower
    where TMoments : unmanaged, IMoments<TMoments>
    where TRule : struct, ISplitRule<TMoments>
{
    // Measured by the case KINDS of the benchmarks: the wider the statistics are, the dearer is a subtraction.
    private const int KeptRowsPerByte = 64;
    private const int LeastKeptRows = 1024;
    private const int MostMarkedRows = 384;

    private readonly MomentSample<TMoments> sample;
    private readonly TreeLimits limits;
    private readonly SubtractionGrower<TMoments, ImpurityRule<TMoments, TRule>> grower;
    private readonly int[] multiplicities;
    private TRule rule;

    /// <param name="sample">What trees draw from; its rows are places in the blocks.</param>
    /// <param name="x">The features.</param>
    /// <param name="blocks">Their bins, for the rows of the view.</param>
    /// <param name="limits">When a node may be split.</param>
    /// <param name="rule">How splits are judged.</param>
    /// <param name="threads">How many threads may work on a tree.</param>
    public AllFeaturesGrower(MomentSample<TMoments> sample, BinnedMatrix x, FeatureBlocks blocks, TreeLimits limits, TRule rule, int threads)
    {
        this.sample = sample;
        this.limits = limits;
        this.rule = rule;
        grower = new(x, blocks, new(limits.MaxDepth, 0, Math.Max(LeastKeptRows, KeptRowsPerByte * Unsafe.SizeOf<TMoments>()), MostMarkedRows), threads);
        multiplicities = new int[sample.Capacity];
    }

    public override GrownTree Grow(RandomStream stream, CancellationToken cancellationToken)
    {
        var count = sample.Draw(stream, multiplicities, grower.Rows, grower.Cells, cancellationToken);
        rule.BeginTree(multiplicities.AsSpan(0, sample.ViewCount));
        var total = Sum(0, count);
        var nodes = grower.Grow(count, total, new(rule, limits, rule.Weight(total), grower.Cells), null, cancellationToken);
        return ToTree(nodes);
    }

    private TMoments Sum(int start, int end)
    {
        var sum = default(TMoments);
        foreach (var cell in grower.Cells.AsSpan(start, end - start))
        {
            sum += cell;
        }

        return sum;
    }

    private GrownTree ToTree(IReadOnlyList<SegmentNode> grown)
    {
        var count = grown.Count;
        var outputs = rule.OutputCount;
        var totals = new TMoments[count];
        var tree = new GrownTree(new TreeNode[count], new double[count * outputs], new double[count], new double[count], grown.Max(n => n.Depth));
        for (var n = count - 1; n >= 0; n--)
        {
            // Children come after their parents.
            var node = grown[n];
            tree.Nodes[n] = node.Node;
            totals[n] = node.Node.IsLeaf ? Sum(node.Start, node.End) : totals[node.Node.Left] + totals[node.Node.Left + 1];
            tree.Weights[n] = rule.Weight(totals[n]);
            tree.Gains[n] = Math.Max(node.Gain, 0);
            rule.SetValues(totals[n], tree.Values.AsSpan(n * outputs, outputs));
        }

        return tree;
    }
}
