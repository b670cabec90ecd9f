namespace Ratchet.Learning.Forests;

/// <summary>The impurity that a split reduces.</summary>
public enum SplitCriterion
{
    /// <summary>Gini index, for classification: 1 minus the sum of squared class shares.</summary>
    Gini,

    /// <summary>Entropy in bits, for classification.</summary>
    Entropy,

    /// <summary>Mean squared deviation from the node's mean, for regression.</summary>
    SquaredError,
}
