namespace Ratchet.Learning.Trees;

/// <summary>What makes a tree of one kind: how splits are scored and when a node stays a leaf.</summary>
/// <typeparam name="TCell">The statistics.</typeparam>
internal interface INodeRule<TCell>
    where TCell : unmanaged
{
    /// <summary>Prepares a new node and says whether a split may be looked for.</summary>
    bool Open(OpenNode<TCell> node);

    /// <summary>Looks at all splits of one feature and keeps the best; of equal ones the earlier.</summary>
    /// <param name="histogram">The feature's first cell; missing rows are in cell 255.</param>
    /// <param name="occupied">A bit for each occupied cell; empty where they were not marked.</param>
    /// <param name="feature">The feature.</param>
    /// <param name="last">Its last value bin.</param>
    /// <param name="node">The node.</param>
    /// <param name="best">The best split so far.</param>
    void Search(ref TCell histogram, ReadOnlySpan<ulong> occupied, int feature, int last, OpenNode<TCell> node, ref SplitCandidate<TCell> best);

    /// <summary>Whether the best split of a node is made.</summary>
    bool Accepts(OpenNode<TCell> node);

    /// <summary>Hands what the parent and its split demand to the children.</summary>
    void Bound(OpenNode<TCell> parent, OpenNode<TCell> left, OpenNode<TCell> right);
}
