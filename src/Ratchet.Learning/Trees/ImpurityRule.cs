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
internal readonly struct ImpurityRule<TMoments, TRule>(TRule judge, TreeLimits limits, double rootWeight) : INodeRule<TMoments>
    where TMoments : unmanaged, IMoments<TMoments>
    where TRule : struct, ISplitRule<TMoments>
{
    public bool Open(OpenNode<TMoments> node) => !limits.MustBeLeaf(node.Depth, node.Rows);

    public bool Accepts(OpenNode<TMoments> node) => node.Best.Gain > 0 && limits.IsEnough(node.Best.Gain, rootWeight);

    public void Bound(OpenNode<TMoments> parent, OpenNode<TMoments> left, OpenNode<TMoments> right)
    {
        // Forests have no order constraints.
    }

    public void Search(ref TMoments histogram, int feature, int last, OpenNode<TMoments> node, ref SplitCandidate<TMoments> best)
    {
        var rule = judge;
        rule.BeginNode(node.Total);
        var missing = Unsafe.Add(ref histogram, BinnedMatrix.MissingBin);
        if (missing.Rows == 0)
        {
            Scan(rule, ref histogram, last, default, false, feature, node, ref best);
            return;
        }

        Scan(rule, ref histogram, last + 1, default, false, feature, node, ref best);
        Scan(rule, ref histogram, last, missing, true, feature, node, ref best);
    }

    private void Scan(
        in TRule rule, ref TMoments histogram, int end, TMoments start, bool missingGoesLeft, int feature, OpenNode<TMoments> node, ref SplitCandidate<TMoments> best)
    {
        var choice = SplitChoice<TMoments>.None;
        if (!SplitScan<TMoments, TRule>.Dense(in rule, ref histogram, end, start, node.Total, limits.MinSamplesLeaf, ref choice))
        {
            return;
        }

        var decrease = limits.ImpurityScale * rule.Decrease(choice.Score);
        if (!best.Exists || decrease > best.Gain)
        {
            var noneMissing = Unsafe.Add(ref histogram, BinnedMatrix.MissingBin).Rows == 0;
            best.Feature = feature;
            best.Bin = choice.Bin;
            best.MissingGoesLeft = noneMissing ? choice.Bin < BinnedMatrix.MissingBin - 1 && 2 * choice.Left.Rows >= node.Rows : missingGoesLeft;
            best.Gain = decrease;
            best.Left = choice.Left;
        }
    }
}
