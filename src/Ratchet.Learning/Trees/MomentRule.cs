using System.Runtime.CompilerServices;

namespace Ratchet.Learning.Trees;

/// <summary>Regression, or two classes that weigh alike.</summary>
/// <typeparam name="TMoments">The statistics.</typeparam>
/// <typeparam name="TCriterion">How splits are compared.</typeparam>
/// <param name="offset">What was taken off the targets.</param>
/// <param name="prior">The value of a tree whose sample is empty.</param>
internal struct MomentRule<TMoments, TCriterion>(double offset, double prior) : ISplitRule<TMoments>
    where TMoments : unmanaged, IMoments<TMoments>
    where TCriterion : struct, ISplitCriterion
{
    private double weight;
    private double sum;

    public readonly int OutputCount => 1;

    public readonly void BeginTree(ReadOnlySpan<int> multiplicities)
    {
        // Nothing depends on the sample.
    }

    public void BeginNode(TMoments total)
    {
        weight = total.Weight;
        sum = total.Sum;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly bool Improves(TMoments left, ref double best) => TCriterion.Improves(left.Weight, left.Sum, weight, sum, ref best);

    public readonly double Decrease(double score) => TCriterion.Decrease(score, weight);

    public readonly double Weight(TMoments total) => total.Weight;

    public readonly void SetValues(TMoments total, Span<double> values) =>
        values[0] = total.Weight > 0 ? offset + (total.Sum / total.Weight) : prior;
}
