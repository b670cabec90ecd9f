namespace Ratchet.Learning.Trees;

/// <summary>What a node of more than two classes predicts: each class's share of the weight.</summary>
internal static class ClassShares
{
    public static void Fill<TMoments>(TMoments total, in ClassLanes lanes, double[] prior, Span<double> values)
        where TMoments : unmanaged, IClassMoments<TMoments>
    {
        var weight = TMoments.Split(total, total, lanes).LeftWeight;
        if (!(weight > 0))
        {
            prior.CopyTo(values);
            return;
        }

        total.CopyTo(values);
        for (var k = 0; k < values.Length; k++)
        {
            values[k] = values[k] * lanes.Factor(k) / weight;
        }
    }
}
