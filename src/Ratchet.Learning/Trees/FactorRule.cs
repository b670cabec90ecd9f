using System.Runtime.CompilerServices;

namespace Ratchet.Learning.Trees;

/// <summary>
/// Two classes with a factor each. The statistics stay unweighted; with factors u and v a side of weight W, of which S is class 1, weighs
/// u W + (v - u) S and has v S of class 1, which costs two multiplications a split instead of wider statistics.
/// </summary>
/// <typeparam name="TMoments">The statistics; targets are 0 and 1.</typeparam>
/// <typeparam name="TCriterion">How splits are compared.</typeparam>
/// <param name="factors">The factors.</param>
/// <param name="prior">The value of a tree whose sample is empty.</param>
internal struct FactorRule<TMoments, TCriterion>(ClassFactors factors, double prior) : ISplitRule<TMoments>
    where TMoments : unmanaged, IMoments<TMoments>
    where TCriterion : struct, ISplitCriterion
{
    private double zero;
    private double one;
    private double weight;
    private double sum;

    public readonly int OutputCount => 1;

    public void BeginTree(ReadOnlySpan<int> multiplicities)
    {
        Span<double> both = stackalloc double[2];
        factors.Resolve(multiplicities, both);
        zero = both[0];
        one = both[1];
    }

    public void BeginNode(TMoments total)
    {
        weight = Weight(total);
        sum = one * total.Sum;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly bool Improves(TMoments left, ref double best) => TCriterion.Improves(Weight(left), one * left.Sum, weight, sum, ref best);

    public readonly double Decrease(double score) => TCriterion.Decrease(score, weight);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly double Weight(TMoments total) => (zero * total.Weight) + ((one - zero) * total.Sum);

    public readonly void SetValues(TMoments total, Span<double> values) =>
        values[0] = Weight(total) is var all and > 0 ? one * total.Sum / all : prior;
}
