namespace Ratchet.Learning.Forests;

/// <summary>How classes are weighed.</summary>
public enum ClassWeighting
{
    /// <summary>All classes alike.</summary>
    None,

    /// <summary>By n / (K n_k): rows of the view over classes times rows of the class, so that classes weigh the same together.</summary>
    Balanced,

    /// <summary>By the same rule in each tree's own sample: draws over classes drawn times draws of the class.</summary>
    BalancedSubsample,
}
