namespace Ratchet.Learning.Trees;

/// <summary>
/// More than two classes by the entropy in bits; the score is the decrease itself. A class of c draws and factor f adds f c log(f c) = f (c log c + c log f),
/// of which c log c is looked up.
/// </summary>
/// <typeparam name="TMoments">The statistics.</typeparam>
/// <param name="factors">The factor of each class.</param>
/// <param name="prior">The values of a tree whose sample is empty, one a class.</param>
internal struct ClassEntropyRule<TMoments>(ClassFactors factors, double[] prior) : ISplitRule<TMoments>
    where TMoments : unmanaged, IClassMoments<TMoments>
{
    private ClassLanes lanes;
    private TMoments all;
    private double entropy;

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
        entropy = Entropy(total, Weight(total));
    }

    public readonly bool Improves(TMoments left, ref double best)
    {
        var parts = TMoments.Split(left, all, lanes);
        var score = entropy - (Entropy(left, parts.LeftWeight) + Entropy(all - left, parts.RightWeight));
        if (score > best)
        {
            best = score;
            return true;
        }

        return false;
    }

    public readonly double Decrease(double score) => score;

    public readonly double Weight(TMoments total) => TMoments.Split(total, total, lanes).LeftWeight;

    public readonly void SetValues(TMoments total, Span<double> values) => ClassShares.Fill(total, lanes, prior, values);

    private readonly double Entropy(TMoments side, double sideWeight)
    {
        Span<double> classes = stackalloc double[ClassLanes.MaxClasses];
        classes = classes[..prior.Length];
        side.CopyTo(classes);
        var total = BinaryEntropy.Term(sideWeight);
        for (var k = 0; k < classes.Length; k++)
        {
            var factor = lanes.Factor(k);
            if (classes[k] > 0 && factor > 0)
            {
                total -= factor * BinaryEntropy.Term(classes[k]);
                total -= factor == 1 ? 0 : classes[k] * BinaryEntropy.Term(factor);
            }
        }

        return total;
    }
}
