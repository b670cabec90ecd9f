using Ratchet.Numerics.Distributions;

namespace Ratchet.Numerics.Scores;

/// <summary>
/// Two-sided p-values of correlations: how likely one at least as far from 0 is among independent rows. They say nothing about rows that depend on
/// each other, such as overlapping returns. NaN stands for undefined.
/// </summary>
public static class CorrelationSignificance
{
    /// <summary>
    /// Of Pearson's, the point-biserial and (approximately) Spearman's correlation: t = r √(ν / ((1 + r)(1 - r))) with ν = n - 2 degrees of freedom.
    /// 0 for r = ±1; 1 for two rows, which always lie on a line; NaN below two rows, where r is NaN or outside [-1, 1]. Source: Student (1908).
    /// </summary>
    /// <param name="correlation">r.</param>
    /// <param name="rows">n.</param>
    public static double OfCorrelation(double correlation, int rows)
    {
        if (!(correlation is >= -1 and <= 1) || rows < 2)
        {
            return double.NaN;
        }

        if (rows == 2)
        {
            return 1;
        }

        var freedom = rows - 2.0;
        return StudentDistribution.TwoSidedTail(correlation * Math.Sqrt(freedom / ((1 + correlation) * (1 - correlation))), freedom);
    }

    /// <summary>
    /// Of Kendall's tau-b. Without ties and with at most 33 rows, or at most one pair in the rarer order, exact: the share of permutations with at least as
    /// extreme a number of inversions, doubled, at most 1 (Kendall, 1970). Otherwise the normal tail of C - D with its variance corrected for ties
    /// (Kendall, 1945), as scipy does. NaN where tau-b is NaN, and with ties below three rows. Cost O(n log n).
    /// </summary>
    /// <param name="left">One per row.</param>
    /// <param name="right">One per row.</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static double OfKendall(ReadOnlySpan<double> left, ReadOnlySpan<double> right)
    {
        ScoreInputs.RequireSameLength(left.Length, right.Length, nameof(right));
        return KendallCorrelation.Pairs(left, right) is { Defined: true } pairs ? KendallSignificance.TwoSided(pairs) : double.NaN;
    }
}
