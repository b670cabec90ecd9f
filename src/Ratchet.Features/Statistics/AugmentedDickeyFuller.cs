using Ratchet.Numerics.Reductions;

namespace Ratchet.Features.Statistics;

/// <summary>
/// The test of Dickey and Fuller (1979), augmented by lagged changes (Said and Dickey, 1984), with a constant:
/// dy[t] = a + b y[t-1] + c1 dy[t-1] + ... + cp dy[t-p] + e[t]; the statistic is the t value of b.
/// </summary>
public static class AugmentedDickeyFuller
{
    private const double LeastPivot = 1e-12;

    /// <summary>Tests a series.</summary>
    /// <param name="values">At least 12 numbers more than twice the lags.</param>
    /// <param name="lags">p; null chooses it by Akaike's criterion from 0 to ceil(12 (n / 100)^(1/4)) (Schwert, 1989), all compared on the same rows.</param>
    /// <remarks>Cost: O(n p²).</remarks>
    /// <exception cref="ArgumentException">There are too few numbers.</exception>
    public static UnitRootTest Test(ReadOnlySpan<double> values, int? lags = null)
    {
        if (lags is < 0)
        {
            throw new ArgumentOutOfRangeException(nameof(lags), lags, "Lags must not be negative.");
        }

        var most = lags ?? Math.Max(0, Math.Min((int)Math.Ceiling(12 * Math.Pow(values.Length / 100.0, 0.25)), (values.Length / 2) - 6));
        if (values.Length < (2 * most) + 12)
        {
            throw new ArgumentException($"{values.Length} values are too few for {most} lags; at least {(2 * most) + 12} are needed.", nameof(values));
        }

        // The constant takes up the mean, so that leaving it out first changes nothing but the rounding.
        var mean = LaneReduction.Mean(values);
        var levels = new double[values.Length];
        var changes = new double[values.Length - 1];
        for (var i = 0; i < levels.Length; i++)
        {
            levels[i] = values[i] - mean;
            if (i > 0)
            {
                changes[i - 1] = values[i] - values[i - 1];
            }
        }

        var chosen = lags ?? ChooseLags(levels, changes, most);
        var rows = changes.Length - chosen;
        var factor = Factor(levels, changes, chosen, chosen, levelLast: true);
        if (factor is null)
        {
            return new(double.NaN, chosen, rows);
        }

        // With the level last, b is z / l and its standard error s / l, so that their ratio is z / s.
        var count = chosen + 2;
        var last = factor[count];
        var rest = last[count];
        return new(last[count - 1] / Math.Sqrt(rest / (rows - count)), chosen, rows);
    }

    private static int ChooseLags(double[] levels, double[] changes, int most)
    {
        var factor = Factor(levels, changes, most, most, levelLast: false);
        if (factor is null)
        {
            return 0;
        }

        // With the lags last, leaving out the longest ones leaves out the last rows of the factor: one factor serves every number of lags.
        var rows = changes.Length - most;
        var last = factor[^1];
        var rest = last[^1];
        var (best, least) = (most, Criterion(rest, rows, most));
        for (var lags = most - 1; lags >= 0; lags--)
        {
            rest += last[lags + 2] * last[lags + 2];
            var criterion = Criterion(rest, rows, lags);
            if (criterion <= least)
            {
                (best, least) = (lags, criterion);
            }
        }

        return best;
    }

    private static double Criterion(double rest, int rows, int lags) => (rows * Math.Log(rest / rows)) + (2.0 * (lags + 2));

    // The lower triangle of Cholesky's factor of the products of all columns, the target last; its last element is the sum of squared residuals, not its root.
    // Null where a column is (nearly) a combination of those before it.
    private static double[][]? Factor(double[] levels, double[] changes, int lags, int firstRow, bool levelLast)
    {
        var rows = changes.Length - firstRow;
        var order = new List<ReadOnlyMemory<double>>();
        var ones = new double[rows];
        Array.Fill(ones, 1);
        order.Add(ones);
        for (var lag = 1; lag <= lags; lag++)
        {
            order.Add(changes.AsMemory(firstRow - lag, rows));
        }

        order.Insert(levelLast ? order.Count : 1, levels.AsMemory(firstRow, rows));
        order.Add(changes.AsMemory(firstRow, rows));
        var factor = new double[order.Count][];
        for (var i = 0; i < factor.Length; i++)
        {
            factor[i] = new double[i + 1];
            for (var j = 0; j <= i; j++)
            {
                var product = LaneReduction.Dot(order[i].Span, order[j].Span);
                var rest = product;
                for (var k = 0; k < j; k++)
                {
                    rest -= factor[i][k] * factor[j][k];
                }

                if (j < i)
                {
                    factor[i][j] = rest / factor[j][j];
                }
                else if (!(rest > LeastPivot * product))
                {
                    return null;
                }
                else
                {
                    factor[i][i] = i == factor.Length - 1 ? rest : Math.Sqrt(rest);
                }
            }
        }

        return factor;
    }
}
