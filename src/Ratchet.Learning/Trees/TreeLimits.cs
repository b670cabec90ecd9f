namespace Ratchet.Learning.Trees;

/// <summary>When a node may be split.</summary>
/// <param name="MaxDepth">The most splits on a way down; <see cref="int.MaxValue"/> is unlimited.</param>
/// <param name="MinSamplesSplit">The fewest distinct rows of a node that is split.</param>
/// <param name="MinSamplesLeaf">The fewest distinct rows of a child.</param>
/// <param name="FeaturesPerNode">How many features a node looks at.</param>
/// <param name="MinImpurityDecrease">The least decrease of impurity, weighed by the node's share of the root's weight.</param>
/// <param name="ImpurityScale">What a sum of squared deviations is multiplied by to give the impurity: 1 for squared error, 2 for Gini.</param>
/// <param name="RandomCuts">Whether a feature offers one random cut instead of all.</param>
internal sealed record TreeLimits(
    int MaxDepth,
    int MinSamplesSplit,
    int MinSamplesLeaf,
    int FeaturesPerNode,
    double MinImpurityDecrease,
    double ImpurityScale,
    bool RandomCuts = false)
{
    private const double Rounding = 2.220446049250313e-16;

    /// <summary>Whether a node of a depth and a number of rows must be a leaf.</summary>
    public bool MustBeLeaf(int depth, int rows) => depth >= MaxDepth || rows < MinSamplesSplit || rows < 2 * (long)MinSamplesLeaf;

    /// <summary>Whether a split's decrease is enough.</summary>
    public bool IsEnough(double decrease, double rootWeight) => (decrease / rootWeight) + Rounding >= MinImpurityDecrease;
}
