using System.Runtime.CompilerServices;

namespace Ratchet.Learning.Trees;

/// <summary>
/// More than two classes by the Gini index. The weighted impurity is W minus the sum of squared class weights over W, so that the best split has the
/// largest sum of the two sides' quotients.
/// </summary>
/// <typeparam name="TMoments">The statistics.</typeparam>
/// <param name="factors">The factor of each class.</param>
/// <param name="prior">The values of a tree whose sample is empty, one a class.</param>
internal struct ClassGiniRule<TMoments>(ClassFactors factors, double[] prior) : ISplitRule<TMoments>
    where TMoments : unmanaged, IClassMoments<TMoments>
{
    private ClassLanes lanes;
    private TMoments all;
    private double quotient;

    public readonly int OutputCount => prior.Length;

    public void BeginTree(ReadOnlySpan<int> multiplicities)
    {
        Span<double> values = stackalloc double[ClassLanes.MaxClasses];
        factors.Resolve(multiplicities, values[..prior.Length]);
        lanes = ClassLanes.Of(values[..prior.Length]);
    }

    public void BeginNode(TMoments total)
    {
        all = total;
        var parts = TMoments.Split(total, total, lanes);
        quotient = parts.LeftSquares / parts.LeftWeight;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly bool Improves(TMoments left, ref double best)
    {
        var parts = TMoments.Split(left, all, lanes);
        var numerator = (parts.LeftSquares * parts.RightWeight) + (parts.RightSquares * parts.LeftWeight);
        var denominator = parts.LeftWeight * parts.RightWeight;
        if (numerator > best * denominator)
        {
            var score = numerator / denominator;
            if (score > best)
            {
                best = score;
                return true;
            }
        }

        return false;
    }

    public readonly double Decrease(double score) => score - quotient;

    public readonly double Weight(TMoments total) => TMoments.Split(total, total, lanes).LeftWeight;

    public readonly void SetValues(TMoments total, Span<double> values) => ClassShares.Fill(total, lanes, prior, values);
}
