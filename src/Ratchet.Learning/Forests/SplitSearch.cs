namespace Ratchet.Learning.Forests;

/// <summary>Which cuts of a drawn feature a node looks at.</summary>
public enum SplitSearch
{
    /// <summary>All; the best is taken.</summary>
    Best,

    /// <summary>
    /// One, at random: extremely randomised trees (Geurts, Ernst and Wehenkel, 2006). A number is drawn uniformly between the lowest and the highest threshold
    /// that part the node's rows, and the nearest threshold taken; the best of the drawn features' cuts is the split. On bins, so that the cut of a feature is
    /// as uniform over its values as its thresholds allow. scikit-learn's extra-trees have no bootstrap by default; here that stays an option of its own.
    /// </summary>
    Random,
}
