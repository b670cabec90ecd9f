using Ratchet.Numerics.Distributions;

namespace Ratchet.Numerics.Scores;

/// <summary>The null distribution of Kendall's statistic.</summary>
internal static class KendallSignificance
{
    private const int ExactRows = 33;

    public static double TwoSided(in KendallPairs pairs)
    {
        var untied = pairs.Left.Pairs == 0 && pairs.Right.Pairs == 0;
        var rarer = Math.Min(pairs.Discordant, pairs.All - pairs.Discordant);
        if (untied && (pairs.Rows <= ExactRows || rarer <= 1))
        {
            return rarer <= 1 ? Math.Min(1, FewInversions(pairs.Rows, rarer)) : Math.Min(1, 2 * ShareWithAtMost((int)pairs.Rows, (int)rarer));
        }

        double n = pairs.Rows;
        var m = n * (n - 1);
        var variance = (((m * ((2 * n) + 5)) - pairs.Left.Spread - pairs.Right.Spread) / 18)
            + (2.0 * pairs.Left.Pairs * pairs.Right.Pairs / m)
            + (pairs.Left.Triples * pairs.Right.Triples / (9 * m * (n - 2)));
        return NormalDistribution.TwoSidedTail(pairs.Difference / Math.Sqrt(variance));
    }

    /// <summary>Twice the share of permutations with at most 0 or 1 inversions: 1 / n! or n / n!.</summary>
    private static double FewInversions(long rows, long inversions)
    {
        var share = inversions == 0 ? 2.0 : 2.0 * rows;
        for (var i = 2L; i <= rows && share > 0; i++)
        {
            share /= i;
        }

        return share;
    }

    /// <summary>The share of permutations with at most so many inversions, by adding one element at a time: it makes 0 to i inversions, each as likely.</summary>
    private static double ShareWithAtMost(int rows, int inversions)
    {
        var share = new double[inversions + 1];
        var next = new double[inversions + 1];
        share[0] = 1;
        for (var i = 1; i < rows; i++)
        {
            for (var c = 0; c <= inversions; c++)
            {
                var sum = 0.0;
                for (var made = 0; made <= Math.Min(i, c); made++)
                {
                    sum += share[c - made];
                }

                next[c] = sum / (i + 1);
            }

            (share, next) = (next, share);
        }

        var total = 0.0;
        foreach (var s in share)
        {
            total += s;
        }

        return total;
    }
}
