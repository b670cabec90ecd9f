namespace Ratchet.Learning.Trees;

/// <summary>The best split of a node that a search has found so far.</summary>
/// <typeparam name="TCell">The statistics.</typeparam>
internal struct SplitCandidate<TCell>
    where TCell : unmanaged
{
    public int Feature;
    public int Bin;
    public bool MissingGoesLeft;

    /// <summary>Whether an order constraint takes the right child for the lesser side.</summary>
    public bool IsSwapped;

    /// <summary>What the split gains; the rule's own measure.</summary>
    public double Gain;

    /// <summary>The statistics of the left side.</summary>
    public TCell Left;

    public readonly bool Exists => Feature >= 0;

    public static SplitCandidate<TCell> None => new() { Feature = -1 };
}
