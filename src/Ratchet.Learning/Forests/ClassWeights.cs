using Ratchet.Learning.Trees;
using Ratchet.Numerics.Reductions;

namespace Ratchet.Learning.Forests;

/// <summary>How the options weigh the classes of a view.</summary>
/// <param name="Factors">The factors, resolved for each tree.</param>
/// <param name="Shares">Each class's share of the view's whole weight.</param>
/// <param name="AreEqual">Whether all factors are 1.</param>
internal sealed record ClassWeights(ClassFactors Factors, double[] Shares, bool AreEqual)
{
    /// <param name="options">The parameters.</param>
    /// <param name="targets">The classes of the view's rows.</param>
    /// <param name="weights">Their weights. Those of a class whose factor is 0 become 0, so that its rows are in no sample.</param>
    /// <param name="classes">How many classes.</param>
    /// <exception cref="ArgumentException">There are as many factors as other than classes, or nothing weighs anything.</exception>
    public static ClassWeights Of(ForestOptions options, double[] targets, double[] weights, int classes)
    {
        if (options.ClassWeights.Count > 0 && options.ClassWeights.Count != classes)
        {
            throw new ArgumentException($"ClassWeights has {options.ClassWeights.Count} entries and the labels have {classes} classes; they must agree.", nameof(options));
        }

        var labels = Array.ConvertAll(targets, t => (int)t);
        var factors = new double[classes];
        factors.AsSpan().Fill(1);
        if (options.ClassWeights.Count > 0)
        {
            factors = [.. options.ClassWeights];
            Silence(labels, weights, factors);
        }
        else if (options.ClassWeight != ClassWeighting.None)
        {
            var once = new int[labels.Length];
            once.AsSpan().Fill(1);
            new ClassFactors(null, labels).Resolve(once, factors);
        }

        var perTree = options.ClassWeight == ClassWeighting.BalancedSubsample;
        return new(new(perTree ? null : factors, labels), FindShares(labels, weights, factors), !perTree && !factors.AsSpan().ContainsAnyExcept(1.0));
    }

    private static void Silence(int[] labels, double[] weights, double[] factors)
    {
        for (var i = 0; i < labels.Length; i++)
        {
            weights[i] = factors[labels[i]] > 0 ? weights[i] : 0;
        }
    }

    private static double[] FindShares(int[] labels, double[] weights, double[] factors)
    {
        var shares = new double[factors.Length];
        for (var i = 0; i < labels.Length; i++)
        {
            shares[labels[i]] += weights[i];
        }

        for (var k = 0; k < shares.Length; k++)
        {
            shares[k] *= factors[k];
        }

        var total = LaneReduction.Sum(shares);
        if (!(total > 0))
        {
            throw new ArgumentException("All rows of the view have a weight of 0 or a class whose weight is 0; at least one must weigh something.");
        }

        for (var k = 0; k < shares.Length; k++)
        {
            shares[k] /= total;
        }

        return shares;
    }
}
