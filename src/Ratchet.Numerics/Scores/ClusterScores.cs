using Ratchet.Numerics.Reductions;

namespace Ratchet.Numerics.Scores;

/// <summary>
/// How well groups of rows are separated in a space of features. Rows are row-major n x d spans, groups any integers. NaN stands for
/// undefined: no rows, a NaN in the rows, or what each score names. A wrong shape throws <see cref="ArgumentException"/>.
/// </summary>
public static class ClusterScores
{
    /// <summary>
    /// The mean over rows of (b - a) / max(a, b): a the mean distance to the own group's other rows, b the least mean distance to another
    /// group; 0 for the only row of its group. NaN unless there are 2 to n - 1 groups. Cost O(n² d). Source: Rousseeuw (1987).
    /// </summary>
    /// <param name="x">n x d numbers.</param>
    /// <param name="dimensions">d, at least 1.</param>
    /// <param name="groups">One per row.</param>
    public static double Silhouette(ReadOnlySpan<double> x, int dimensions, ReadOnlySpan<int> groups)
    {
        RequireShape(x, dimensions, groups.Length);
        var distinct = groups.ToArray().Distinct().Order().ToArray();
        var n = groups.Length;
        if (distinct.Length < 2 || distinct.Length >= n)
        {
            return double.NaN;
        }

        var index = new int[n];
        var sizes = new int[distinct.Length];
        for (var i = 0; i < n; i++)
        {
            index[i] = Array.BinarySearch(distinct, groups[i]);
            sizes[index[i]]++;
        }

        var sums = new double[distinct.Length];
        var total = 0.0;
        for (var i = 0; i < n; i++)
        {
            Array.Clear(sums);
            for (var j = 0; j < n; j++)
            {
                sums[index[j]] += Math.Sqrt(SquaredDistance(x, dimensions, i, j));
            }

            total += RowSilhouette(sums, sizes, index[i]);
        }

        return total / n;
    }

    /// <summary>
    /// The mean over rows of the share of the k nearest other rows (Euclidean; the earlier row wins a tie) that belong to the same group.
    /// NaN when there are not more than k rows. Cost O(n² (d + log n)).
    /// </summary>
    /// <param name="x">n x d numbers.</param>
    /// <param name="dimensions">d, at least 1.</param>
    /// <param name="groups">One per row.</param>
    /// <param name="neighbours">k, at least 1.</param>
    public static double NeighbourPurity(ReadOnlySpan<double> x, int dimensions, ReadOnlySpan<int> groups, int neighbours = 5)
    {
        RequireShape(x, dimensions, groups.Length);
        ArgumentOutOfRangeException.ThrowIfLessThan(neighbours, 1);
        var n = groups.Length;
        if (n <= neighbours || HoldsNaN(x))
        {
            return double.NaN;
        }

        var distances = new double[n];
        var same = 0L;
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < n; j++)
            {
                distances[j] = SquaredDistance(x, dimensions, i, j);
            }

            // No distance can be below -1, so the row itself comes first and is left out.
            distances[i] = -1;
            var order = ScoreInputs.Ascending(distances, out _);
            for (var rank = 1; rank <= neighbours; rank++)
            {
                same += groups[order[rank]] == groups[i] ? 1 : 0;
            }
        }

        return (double)same / ((long)n * neighbours);
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

    private static double RowSilhouette(ReadOnlySpan<double> sums, ReadOnlySpan<int> sizes, int own)
    {
        if (sizes[own] == 1)
        {
            return 0;
        }

        var inside = sums[own] / (sizes[own] - 1);
        var outside = double.PositiveInfinity;
        for (var g = 0; g < sums.Length; g++)
        {
            outside = g == own ? outside : Math.Min(outside, sums[g] / sizes[g]);
        }

        var larger = Math.Max(inside, outside);
        return larger == 0 ? 0 : (outside - inside) / larger;
    }

    private static double SquaredDistance(ReadOnlySpan<double> x, int dimensions, int i, int j)
    {
        var left = x.Slice(i * dimensions, dimensions);
        var right = x.Slice(j * dimensions, dimensions);
        var sum = 0.0;
        for (var c = 0; c < left.Length; c++)
        {
            var difference = left[c] - right[c];
            sum += difference * difference;
        }

        return sum;
    }

    private static bool HoldsNaN(ReadOnlySpan<double> x)
    {
        foreach (var value in x)
        {
            if (double.IsNaN(value))
            {
                return true;
            }
        }

        return false;
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
