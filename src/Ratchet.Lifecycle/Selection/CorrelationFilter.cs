using Ratchet.Numerics.Reductions;
using Ratchet.Numerics.Scores;

namespace Ratchet.Lifecycle.Selection;

/// <summary>Drops features that say what a more important feature says already.</summary>
public static class CorrelationFilter
{
    /// <summary>With fewer rows in which both features are known than this, their correlation is not defined.</summary>
    public const int LeastPairs = 30;

    /// <summary>The correlations of all pairs of columns over some rows. Where values are missing (NaN), rows in which both are known count.</summary>
    /// <param name="columns">The features.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="kind">Of values or of ranks.</param>
    /// <param name="threads">How many columns are worked on at a time; the result does not depend on it.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>A symmetric table, 1 on its diagonal; NaN where a side is constant or too few rows are known.</returns>
    /// <remarks>Cost: columns^2 / 2 x rows; ranks are made once a column, and once a pair where values are missing.</remarks>
    public static double[][] Matrix(
        IReadOnlyList<ReadOnlyMemory<double>> columns, ReadOnlyMemory<int> rows, CorrelationKind kind, int threads, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(columns);
        var options = new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellationToken };
        var values = new double[columns.Count][];
        var units = new double[]?[columns.Count];
        Parallel.For(0, columns.Count, options, f =>
        {
            values[f] = Array.ConvertAll(rows.ToArray(), r => columns[f].Span[r]);
            units[f] = values[f].Any(double.IsNaN) ? null : Unit(kind == CorrelationKind.Spearman ? MidRanks(values[f]) : values[f]);
        });
        var result = Array.ConvertAll(values, _ => new double[columns.Count]);
        Parallel.For(0, columns.Count, options, f =>
        {
            result[f][f] = 1;
            for (var g = 0; g < f; g++)
            {
                result[f][g] = units[f] is { } a && units[g] is { } b
                    ? rows.Length < LeastPairs ? double.NaN : Math.Clamp(LaneReduction.Dot(a, b), -1, 1)
                    : OfKnown(values[f], values[g], kind);
            }
        });
        for (var f = 0; f < result.Length; f++)
        {
            for (var g = 0; g < f; g++)
            {
                result[g][f] = result[f][g];
            }
        }

        return result;
    }

    /// <summary>
    /// Walks the features from the most important to the least (of equals the first) and drops each whose absolute correlation with one that was kept before
    /// is above the limit. A correlation that is not defined drops nothing.
    /// </summary>
    /// <param name="correlations">All pairs.</param>
    /// <param name="importance">One number a feature.</param>
    /// <param name="limit">In (0, 1].</param>
    /// <returns>What goes, in the order of the features.</returns>
    /// <exception cref="ArgumentException">The sizes differ.</exception>
    public static IReadOnlyList<CorrelatedFeature> Drop(double[][] correlations, ReadOnlySpan<double> importance, double limit)
    {
        ArgumentNullException.ThrowIfNull(correlations);
        if (correlations.Length != importance.Length || correlations.Any(r => r.Length != correlations.Length))
        {
            throw new ArgumentException($"There are {importance.Length} importances for a table of {correlations.Length} features, which must be square; they must agree.", nameof(importance));
        }

        var kept = new List<int>();
        var dropped = new List<CorrelatedFeature>();
        foreach (var feature in RankOrder.Falling(importance))
        {
            var twin = kept.FindIndex(k => Math.Abs(correlations[feature][k]) > limit);
            if (twin >= 0)
            {
                dropped.Add(new(feature, kept[twin], correlations[feature][kept[twin]]));
            }
            else
            {
                kept.Add(feature);
            }
        }

        return [.. dropped.OrderBy(d => d.Feature)];
    }

    private static double OfKnown(double[] left, double[] right, CorrelationKind kind)
    {
        var a = new List<double>(left.Length);
        var b = new List<double>(left.Length);
        for (var i = 0; i < left.Length; i++)
        {
            if (!double.IsNaN(left[i]) && !double.IsNaN(right[i]))
            {
                a.Add(left[i]);
                b.Add(right[i]);
            }
        }

        return a.Count < LeastPairs ? double.NaN
            : kind == CorrelationKind.Spearman ? RegressionScores.RankCorrelation(a.ToArray(), b.ToArray())
            : RegressionScores.Correlation(a.ToArray(), b.ToArray());
    }

    /// <summary>Centred and of length one, so that a product of two is their correlation; NaN throughout where the values do not vary.</summary>
    private static double[] Unit(double[] values)
    {
        if (Array.TrueForAll(values, v => v == values[0]))
        {
            return Array.ConvertAll(values, _ => double.NaN);
        }

        var mean = LaneReduction.Mean(values);
        var length = Math.Sqrt(LaneReduction.SumOfSquares(values, mean));
        return Array.ConvertAll(values, v => (v - mean) / length);
    }

    private static double[] MidRanks(double[] values)
    {
        var order = Enumerable.Range(0, values.Length).ToArray();
        var sorted = values.ToArray();
        Array.Sort(sorted, order);
        var ranks = new double[values.Length];
        for (var first = 0; first < sorted.Length;)
        {
            var end = first + 1;
            while (end < sorted.Length && sorted[end] == sorted[first])
            {
                end++;
            }

            for (var i = first; i < end; i++)
            {
                ranks[order[i]] = (first + end - 1) / 2.0;
            }

            first = end;
        }

        return ranks;
    }
}
