namespace Ratchet.Learning.Trees;

/// <summary>The factor of each class: given, or balanced in each tree's own sample. Shared by all threads, read only.</summary>
/// <param name="given">The factors; null to balance each tree's sample: draws over classes drawn times draws of the class, 0 for a class that was not drawn.</param>
/// <param name="classes">The class of each row of the view.</param>
internal sealed class ClassFactors(double[]? given, int[] classes)
{
    /// <summary>The factors of a tree.</summary>
    /// <param name="multiplicities">How often each row of the view was drawn.</param>
    /// <param name="factors">One place a class.</param>
    public void Resolve(ReadOnlySpan<int> multiplicities, Span<double> factors)
    {
        if (given is not null)
        {
            given.CopyTo(factors);
            return;
        }

        factors.Clear();
        var draws = 0.0;
        for (var i = 0; i < multiplicities.Length; i++)
        {
            factors[classes[i]] += multiplicities[i];
            draws += multiplicities[i];
        }

        var present = factors.Length - factors.Count(0.0);
        foreach (ref var factor in factors)
        {
            factor = factor > 0 ? draws / (present * factor) : 0;
        }
    }
}
