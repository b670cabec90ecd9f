namespace Ratchet.Lifecycle.Selection;

/// <summary>Which correlation says that two features tell the same.</summary>
public enum CorrelationKind
{
    /// <summary>Of the values: a straight line.</summary>
    Pearson,

    /// <summary>Of the ranks, ties at their middle: any rising or falling relation.</summary>
    Spearman,
}
