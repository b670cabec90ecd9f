namespace Ratchet.Learning.Exchange;

/// <summary>A feature on the way to a leaf, for Shapley values.</summary>
internal struct PathPart
{
    /// <summary>The feature; -1 for the start of the way.</summary>
    public int Feature;

    /// <summary>The share of the training weight that follows the way at this feature's splits, where the feature is unknown.</summary>
    public double Unknown;

    /// <summary>1 where the row itself follows the way, else 0.</summary>
    public double Known;

    /// <summary>The share of the subsets of as many features as this place's number, summed over those that follow the way.</summary>
    public double Weight;
}
