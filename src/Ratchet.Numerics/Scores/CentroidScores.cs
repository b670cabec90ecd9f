using Ratchet.Numerics.Reductions;

namespace Ratchet.Numerics.Scores;

/// <summary>Scores that compare groups by their means. Cost O(n log n + n d), and O(k² d) more for the pairs of k groups.</summary>
internal static class CentroidScores
{
    public static double CalinskiHarabasz(ReadOnlySpan<double> x, int dimensions, ReadOnlySpan<int> groups)
    {
        var index = new GroupIndex(groups);
        if (!index.Separable)
        {
            return double.NaN;
        }

        var means = Means(x, dimensions, index);
        var overall = Means(x, dimensions, new GroupIndex(new int[groups.Length]));
        var between = 0.0;
        var within = 0.0;
        for (var g = 0; g < index.Count; g++)
        {
            var centre = means.AsSpan(g * dimensions, dimensions);
            between += index.Size(g) * SquaredDistance(centre, overall);
            foreach (var row in index.Rows(g))
            {
                within += SquaredDistance(x.Slice(row * dimensions, dimensions), centre);
            }
        }

        return between / (index.Count - 1) / (within / (groups.Length - index.Count));
    }

    public static double DaviesBouldin(ReadOnlySpan<double> x, int dimensions, ReadOnlySpan<int> groups)
    {
        var index = new GroupIndex(groups);
        if (!index.Separable)
        {
            return double.NaN;
        }

        var means = Means(x, dimensions, index);
        var spreads = new double[index.Count];
        for (var g = 0; g < spreads.Length; g++)
        {
            foreach (var row in index.Rows(g))
            {
                spreads[g] += Math.Sqrt(SquaredDistance(x.Slice(row * dimensions, dimensions), means.AsSpan(g * dimensions, dimensions)));
            }

            spreads[g] /= index.Size(g);
        }

        var sum = 0.0;
        for (var g = 0; g < spreads.Length; g++)
        {
            var worst = 0.0;
            for (var h = 0; h < spreads.Length; h++)
            {
                if (h != g)
                {
                    var apart = SquaredDistance(means.AsSpan(g * dimensions, dimensions), means.AsSpan(h * dimensions, dimensions));
                    worst = Math.Max(worst, (spreads[g] + spreads[h]) / Math.Sqrt(apart));
                }
            }

            sum += worst;
        }

        return sum / spreads.Length;
    }

    /// <summary>The mean of each group, row-major; exactly the common number where a column is constant, so that no spread comes from rounding.</summary>
    private static double[] Means(ReadOnlySpan<double> x, int dimensions, GroupIndex index)
    {
        var means = new double[index.Count * dimensions];
        var column = new double[index.Of.Length];
        for (var g = 0; g < index.Count; g++)
        {
            var rows = index.Rows(g);
            var members = column.AsSpan(0, rows.Length);
            for (var c = 0; c < dimensions; c++)
            {
                for (var i = 0; i < rows.Length; i++)
                {
                    members[i] = x[(rows[i] * dimensions) + c];
                }

                means[(g * dimensions) + c] = RegressionScores.IsConstant(members) ? members[0] : LaneReduction.Mean(members);
            }
        }

        return means;
    }

    private static double SquaredDistance(ReadOnlySpan<double> left, ReadOnlySpan<double> right)
    {
        var sum = 0.0;
        for (var c = 0; c < left.Length; c++)
        {
            var difference = left[c] - right[c];
            sum += difference * difference;
        }

        return sum;
    }
}
