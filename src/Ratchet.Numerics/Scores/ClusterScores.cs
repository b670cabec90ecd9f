using Ratchet.Numerics.Reductions;

namespace Ratchet.Numerics.Scores;

/// <summary>
/// How well groups of rows are separated in a space of features. Rows are row-major n x d spans, groups any integers. NaN stands for
/// undefined: no rows, a number that is not finite, or what each score names. A wrong shape throws <see cref="ArgumentException"/>.
/// </summary>
public static class ClusterScores
{
    /// <summary><see cref="Silhouette(ReadOnlySpan{double}, int, ReadOnlySpan{int}, int, CancellationToken)"/> on one thread.</summary>
    /// <param name="x">n x d numbers.</param>
    /// <param name="dimensions">d, at least 1.</param>
    /// <param name="groups">One per row.</param>
    public static double Silhouette(ReadOnlySpan<double> x, int dimensions, ReadOnlySpan<int> groups) =>
        Silhouette(x, dimensions, groups, 1, CancellationToken.None);

    /// <summary>
    /// The mean over rows of (b - a) / max(a, b): a the mean distance to the own group's other rows, b the least mean distance to another
    /// group; 0 for the only row of its group. NaN unless there are 2 to n - 1 groups. Cost O(n² d): 25 million distances of 12 dimensions take
    /// some 30 ms on two cores (case P16a). Source: Rousseeuw (1987).
    /// </summary>
    /// <param name="x">n x d numbers.</param>
    /// <param name="dimensions">d, at least 1.</param>
    /// <param name="groups">One per row.</param>
    /// <param name="threads">How many rows are worked on at a time; the result has the same bits for any number.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public static double Silhouette(
        ReadOnlySpan<double> x, int dimensions, ReadOnlySpan<int> groups, int threads, CancellationToken cancellationToken)
    {
        var total = 0.0;
        foreach (var row in SilhouetteSamples(x, dimensions, groups, threads, cancellationToken))
        {
            total += row;
        }

        return total / groups.Length;
    }

    /// <summary><see cref="SilhouetteSamples(ReadOnlySpan{double}, int, ReadOnlySpan{int}, int, CancellationToken)"/> on one thread.</summary>
    /// <param name="x">n x d numbers.</param>
    /// <param name="dimensions">d, at least 1.</param>
    /// <param name="groups">One per row.</param>
    /// <returns>One per row, in the order of the rows.</returns>
    public static double[] SilhouetteSamples(ReadOnlySpan<double> x, int dimensions, ReadOnlySpan<int> groups) =>
        SilhouetteSamples(x, dimensions, groups, 1, CancellationToken.None);

    /// <summary>
    /// Each row's (b - a) / max(a, b), in [-1, 1], as <see cref="Silhouette(ReadOnlySpan{double}, int, ReadOnlySpan{int})"/> averages it: 0 for the only row of its group and where a and b
    /// are both 0. Every row is NaN unless there are 2 to n - 1 groups and only finite numbers. Cost O(n² d). Source: Rousseeuw (1987).
    /// </summary>
    /// <param name="x">n x d numbers.</param>
    /// <param name="dimensions">d, at least 1.</param>
    /// <param name="groups">One per row.</param>
    /// <param name="threads">How many rows are worked on at a time; the result has the same bits for any number.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>One per row, in the order of the rows.</returns>
    public static double[] SilhouetteSamples(
        ReadOnlySpan<double> x, int dimensions, ReadOnlySpan<int> groups, int threads, CancellationToken cancellationToken)
    {
        RequireShape(x, dimensions, groups.Length);
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        var index = new GroupIndex(groups);
        if (index.Separable && AllFinite(x))
        {
            return new SilhouetteRows(x, dimensions, index).Score(threads, cancellationToken);
        }

        var undefined = new double[groups.Length];
        Array.Fill(undefined, double.NaN);
        return undefined;
    }

    /// <summary>
    /// The ratio of the spread between groups to the spread within: [Σ_g n_g |c_g - c|² / (k - 1)] / [Σ_i |x_i - c_g(i)|² / (n - k)] with k
    /// groups of means c_g about the mean c; higher is better. +∞ where every group is a single point but not all the same one; NaN
    /// where all rows are one point and unless there are 2 to n - 1 groups. (scikit-learn gives 1 where nothing spreads within a group.)
    /// Cost O(n log n + n d). Source: Caliński and Harabasz (1974).
    /// </summary>
    /// <param name="x">n x d numbers.</param>
    /// <param name="dimensions">d, at least 1.</param>
    /// <param name="groups">One per row.</param>
    public static double CalinskiHarabasz(ReadOnlySpan<double> x, int dimensions, ReadOnlySpan<int> groups)
    {
        RequireShape(x, dimensions, groups.Length);
        return AllFinite(x) ? CentroidScores.CalinskiHarabasz(x, dimensions, groups) : double.NaN;
    }

    /// <summary>
    /// The mean over groups g of the largest (s_g + s_h) / |c_g - c_h| over other groups h, s the mean distance of a group's rows to its mean
    /// c; 0 or more, lower is better. +∞ where two groups share a mean and one of them spreads; NaN where two groups are the same single
    /// point and unless there are 2 to n - 1 groups. (scikit-learn leaves pairs with a common mean out.)
    /// Cost O(n log n + n d + k² d) for k groups. Source: Davies and Bouldin (1979).
    /// </summary>
    /// <param name="x">n x d numbers.</param>
    /// <param name="dimensions">d, at least 1.</param>
    /// <param name="groups">One per row.</param>
    public static double DaviesBouldin(ReadOnlySpan<double> x, int dimensions, ReadOnlySpan<int> groups)
    {
        RequireShape(x, dimensions, groups.Length);
        return AllFinite(x) ? CentroidScores.DaviesBouldin(x, dimensions, groups) : double.NaN;
    }

    /// <summary><see cref="NeighbourPurity(ReadOnlySpan{double}, int, ReadOnlySpan{int}, int, int, CancellationToken)"/> on one thread.</summary>
    /// <param name="x">n x d numbers.</param>
    /// <param name="dimensions">d, at least 1.</param>
    /// <param name="groups">One per row.</param>
    /// <param name="neighbours">k, at least 1.</param>
    public static double NeighbourPurity(ReadOnlySpan<double> x, int dimensions, ReadOnlySpan<int> groups, int neighbours = 5) =>
        NeighbourPurity(x, dimensions, groups, neighbours, 1, CancellationToken.None);

    /// <summary>
    /// The mean over rows of the share of the k nearest other rows (Euclidean; the earlier row wins a tie) that belong to the same group.
    /// NaN when there are not more than k rows. Defined for finite numbers of any size: neither distances beyond the range of double nor squares that
    /// vanish in it change the neighbours. Cost O(n² d) and few insertions into lists of k (case P16b).
    /// </summary>
    /// <param name="x">n x d numbers.</param>
    /// <param name="dimensions">d, at least 1.</param>
    /// <param name="groups">One per row.</param>
    /// <param name="neighbours">k, at least 1.</param>
    /// <param name="threads">How many rows are worked on at a time; the result has the same bits for any number.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public static double NeighbourPurity(
        ReadOnlySpan<double> x,
        int dimensions,
        ReadOnlySpan<int> groups,
        int neighbours,
        int threads,
        CancellationToken cancellationToken)
    {
        var same = SameGroupNeighbours(x, dimensions, groups, neighbours, threads, cancellationToken);
        return same is null ? double.NaN : (double)SumOf(same) / ((long)groups.Length * neighbours);
    }

    /// <summary><see cref="NeighbourPurityByGroup(ReadOnlySpan{double}, int, ReadOnlySpan{int}, int, int, CancellationToken)"/> on one thread.</summary>
    /// <param name="x">n x d numbers.</param>
    /// <param name="dimensions">d, at least 1.</param>
    /// <param name="groups">One per row.</param>
    /// <param name="neighbours">k, at least 1.</param>
    /// <returns>One per group, in rising order of its label; empty without rows.</returns>
    public static GroupPurity[] NeighbourPurityByGroup(ReadOnlySpan<double> x, int dimensions, ReadOnlySpan<int> groups, int neighbours = 5) =>
        NeighbourPurityByGroup(x, dimensions, groups, neighbours, 1, CancellationToken.None);

    /// <summary>
    /// <see cref="NeighbourPurity(ReadOnlySpan{double}, int, ReadOnlySpan{int}, int)"/> averaged over each group's own rows: a group that lies among others scores low even where the rest is
    /// pure. The mean weighted by rows is the overall purity. Every purity is NaN when there are not more than k rows, or with a NaN.
    /// Cost as there.
    /// </summary>
    /// <param name="x">n x d numbers.</param>
    /// <param name="dimensions">d, at least 1.</param>
    /// <param name="groups">One per row.</param>
    /// <param name="neighbours">k, at least 1.</param>
    /// <param name="threads">How many rows are worked on at a time; the result has the same bits for any number.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>One per group, in rising order of its label; empty without rows.</returns>
    public static GroupPurity[] NeighbourPurityByGroup(
        ReadOnlySpan<double> x,
        int dimensions,
        ReadOnlySpan<int> groups,
        int neighbours,
        int threads,
        CancellationToken cancellationToken)
    {
        var same = SameGroupNeighbours(x, dimensions, groups, neighbours, threads, cancellationToken);
        var index = new GroupIndex(groups);
        var result = new GroupPurity[index.Count];
        for (var g = 0; g < result.Length; g++)
        {
            var hits = 0L;
            foreach (var row in index.Rows(g))
            {
                hits += same is null ? 0 : same[row];
            }

            var purity = same is null ? double.NaN : (double)hits / ((long)index.Size(g) * neighbours);
            result[g] = new GroupPurity(index.Labels[g], index.Size(g), purity);
        }

        return result;
    }

    /// <summary>The correlation of a number with a label of 0 or 1; NaN when either is constant.</summary>
    /// <param name="values">One per row.</param>
    /// <param name="labels">0 or 1 per row.</param>
    public static double PointBiserial(ReadOnlySpan<double> values, ReadOnlySpan<double> labels) =>
        ScoreInputs.Defined(values, labels) ? RegressionScores.Correlation(values, labels) : double.NaN;

    /// <summary>The mean over rows of the squared distance to the mean of their group. Cost O(n d).</summary>
    /// <param name="x">n x d numbers.</param>
    /// <param name="dimensions">d, at least 1.</param>
    /// <param name="groups">One per row.</param>
    public static double WithinClassVariance(ReadOnlySpan<double> x, int dimensions, ReadOnlySpan<int> groups)
    {
        RequireShape(x, dimensions, groups.Length);
        var sum = 0.0;
        var column = new double[groups.Length];
        foreach (var group in groups.ToArray().Distinct().Order())
        {
            for (var c = 0; c < dimensions; c++)
            {
                var count = 0;
                for (var i = 0; i < groups.Length; i++)
                {
                    if (groups[i] == group)
                    {
                        column[count++] = x[(i * dimensions) + c];
                    }
                }

                var members = column.AsSpan(0, count);
                sum += LaneReduction.SumOfSquares(members, LaneReduction.Mean(members));
            }
        }

        return groups.IsEmpty ? double.NaN : sum / groups.Length;
    }

    /// <summary>How many of each row's nearest rows share its group; null where undefined.</summary>
    private static int[]? SameGroupNeighbours(
        ReadOnlySpan<double> x, int dimensions, ReadOnlySpan<int> groups, int neighbours, int threads, CancellationToken cancellationToken)
    {
        RequireShape(x, dimensions, groups.Length);
        ArgumentOutOfRangeException.ThrowIfLessThan(neighbours, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        return groups.Length > neighbours && AllFinite(x) ? new PurityRows(x, dimensions, groups, neighbours).Count(threads, cancellationToken) : null;
    }

    private static long SumOf(ReadOnlySpan<int> counts)
    {
        var sum = 0L;
        foreach (var count in counts)
        {
            sum += count;
        }

        return sum;
    }

    private static bool AllFinite(ReadOnlySpan<double> x)
    {
        foreach (var value in x)
        {
            if (!double.IsFinite(value))
            {
                return false;
            }
        }

        return true;
    }

    private static void RequireShape(ReadOnlySpan<double> x, int dimensions, int rows)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(dimensions, 1);
        if (x.Length != (long)rows * dimensions)
        {
            throw new ArgumentException($"x has {x.Length} elements; {rows} groups and {dimensions} dimensions need {(long)rows * dimensions}.", nameof(x));
        }
    }
}
