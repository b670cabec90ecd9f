namespace Ratchet.Learning.Neighbours;

/// <summary>How features are made comparable before distances are taken. What is taken off and divided by is learned from the reference events only.</summary>
public enum FeatureScaling
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>Mean 0, population standard deviation 1.</summary>
    MeanDeviation,

    /// <summary>Median 0, interquartile range 1 (linear interpolation between ranks); the standard deviation where half of the values are equal. Outliers do not squeeze the rest.</summary>
    MedianQuartiles,
}
