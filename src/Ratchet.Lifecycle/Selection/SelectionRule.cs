namespace Ratchet.Lifecycle.Selection;

/// <summary>Why a feature stayed or went.</summary>
public enum SelectionRule
{
    /// <summary>Kept: its share of importance is large enough.</summary>
    Share,

    /// <summary>Kept although a rule would drop it, because fewer than the stated minimum would be left.</summary>
    Minimum,

    /// <summary>Dropped: it is correlated with a more important feature that was kept.</summary>
    Correlated,

    /// <summary>Dropped: its share of importance is too small.</summary>
    SmallShare,
}
