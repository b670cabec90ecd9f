namespace Ratchet.Learning.Trees;

/// <summary>Compares the splits of one node by their left side.</summary>
internal interface ISplitCriterion
{
    /// <summary>Whether a split beats the best so far, strictly; then <paramref name="best"/> becomes its score. Scores start at -1.</summary>
    static abstract bool Improves(double leftWeight, double leftSum, double weight, double sum, ref double best);

    /// <summary>The decrease of weighted impurity that a score stands for, before <see cref="TreeLimits.ImpurityScale"/>.</summary>
    static abstract double Decrease(double score, double weight);
}
