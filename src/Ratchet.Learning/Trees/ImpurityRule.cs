using System.Runtime.CompilerServices;
using Ratchet.Learning.Binning;

namespace Ratchet.Learning.Trees;

/// <summary>
/// A forest's splits for <see cref="SubtractionGrower{TCell,TRule}"/>: for trees whose nodes look at all features. Of equal splits the first feature wins, then
/// missing values on the right, then the lowest bin; without missing rows in a node missing values go with the larger child.
/// </summary>
/// <typeparam name="TMoments">The statistics.</typeparam>
/// <typeparam name="TRule">How splits are judged.</typeparam>
/// <param name="judge">The rule, begun for the tree.</param>
/// <param name="limits">When a node may be split.</param>
/// <param name="rootWeight">The weight of the tree's sample.</param>
/// <param name="cells">The grower's statistics, in which a node is a segment.</param>
internal readonly struct ImpurityRule<TMoments, TRule>(TRule judge, TreeLimits limits, double rootWeight, TMoments[] cells) : INodeRule<TMoments>
    where TMoments : unmanaged, IMoments<TMoments>
    where TRule : struct, ISplitRule<TMoments>
{
    public bool Open(OpenNode<TMoments> node) =>
        !limits.MustBeLeaf(node.Depth, node.Rows) && !TMoments.IsPure(cells.AsSpan(node.Start, node.Rows), node.Total);

    // The search compares scores; what is kept with the node is the decrease of impurity.
    public bool Accepts(OpenNode<TMoments> node)
    {
        var rule = judge;
        rule.BeginNode(node.Total);
        node.Best.Gain = limits.ImpurityScale * rule.Decrease(node.Best.Gain);
        return limits.IsEnough(node.Best.Gain, rootWeight);
    }

    public void Bound(OpenNode<TMoments> parent, OpenNode<TMoments> left, OpenNode<TMoments> right)
    {
        // Forests have no order constraints.
    }

    public void Search(
        ref TMoments histogram, ReadOnlySpan<ulong> occupied, int feature, int last, OpenNode<TMoments> node, ref SplitCandidate<TMoments> best)
    {
        var missing = Unsafe.Add(ref histogram, BinnedMatrix.MissingBin);
        var rule = judge;
        rule.BeginNode(node.Total);
        var choice = SplitChoice<TMoments>.None;
        choice.Score = best.Exists ? best.Gain : choice.Score;
        var hasMissing = missing.Rows > 0;
        if (Scan(rule, ref histogram, occupied, hasMissing ? last + 1 : last, default, node, ref choice))
        {
            Keep(choice, feature, !hasMissing && 2 * choice.Left.Rows >= node.Rows, ref best);
        }

        if (hasMissing && Scan(rule, ref histogram, occupied, last, missing, node, ref choice))
        {
            Keep(choice, feature, true, ref best);
        }
    }

    private bool Scan(
        in TRule rule, ref TMoments histogram, ReadOnlySpan<ulong> occupied, int end, TMoments start, OpenNode<TMoments> node, ref SplitChoice<TMoments> choice) =>
        occupied.IsEmpty
            ? SplitScan<TMoments, TRule>.Counted(in rule, ref histogram, end, start, node.Total, limits.MinSamplesLeaf, ref choice)
            : SplitScan<TMoments, TRule>.Sparse(in rule, ref histogram, occupied, end, start, node.Total, limits.MinSamplesLeaf, ref choice);

    private static void Keep(in SplitChoice<TMoments> choice, int feature, bool missingGoesLeft, ref SplitCandidate<TMoments> best)
    {
        best.Feature = feature;
        best.Bin = choice.Bin;
        best.MissingGoesLeft = missingGoesLeft;
        best.Gain = choice.Score;
        best.Left = choice.Left;
    }
}
