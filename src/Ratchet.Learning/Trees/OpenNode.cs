namespace Ratchet.Learning.Trees;

/// <summary>A node while its tree grows.</summary>
/// <typeparam name="TCell">The statistics.</typeparam>
/// <param name="index">Its place in the tree.</param>
/// <param name="depth">The splits above it.</param>
/// <param name="start">Where its rows start.</param>
/// <param name="end">Where they end.</param>
/// <param name="total">The statistics of its rows.</param>
internal sealed class OpenNode<TCell>(int index, int depth, int start, int end, TCell total)
    where TCell : unmanaged
{
    public readonly int Index = index;
    public readonly int Depth = depth;
    public readonly int Start = start;
    public readonly int End = end;
    public readonly TCell Total = total;

    /// <summary>The node's own part of a gain, set by the rule.</summary>
    public double Score;

    /// <summary>The least and the largest weight that order constraints above leave.</summary>
    public double Lower = double.NegativeInfinity;

    public double Upper = double.PositiveInfinity;

    /// <summary>Whether a split is looked for.</summary>
    public bool IsSearched;

    /// <summary>Which features it may split on; null for all.</summary>
    public bool[]? Features;

    /// <summary>Where its histograms are kept; -1 where they are not.</summary>
    public int Slot = -1;

    /// <summary>The best split of each block of features.</summary>
    public SplitCandidate<TCell>[] Found = [];

    /// <summary>The best split of all.</summary>
    public SplitCandidate<TCell> Best = SplitCandidate<TCell>.None;

    public int Rows => End - Start;
}
