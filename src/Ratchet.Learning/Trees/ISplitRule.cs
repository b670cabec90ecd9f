namespace Ratchet.Learning.Trees;

/// <summary>
/// How a tree judges the splits of its nodes and what its nodes predict. Implementations are small structs: the scans are compiled for each and hold a copy
/// in registers.
/// </summary>
/// <typeparam name="TMoments">The statistics.</typeparam>
internal interface ISplitRule<TMoments>
    where TMoments : unmanaged, IMoments<TMoments>
{
    /// <summary>Numbers a node predicts.</summary>
    int OutputCount { get; }

    /// <summary>Begins a tree.</summary>
    /// <param name="multiplicities">How often each row of the view was drawn.</param>
    void BeginTree(ReadOnlySpan<int> multiplicities);

    /// <summary>Begins a node.</summary>
    void BeginNode(TMoments total);

    /// <summary>Whether a split beats the best so far, strictly; then <paramref name="best"/> becomes its score. Scores start at -1.</summary>
    bool Improves(TMoments left, ref double best);

    /// <summary>The decrease of the node's weighted impurity that a score stands for, before <see cref="TreeLimits.ImpurityScale"/>.</summary>
    double Decrease(double score);

    /// <summary>The training weight of a node.</summary>
    double Weight(TMoments total);

    /// <summary>What a node predicts.</summary>
    void SetValues(TMoments total, Span<double> values);
}
