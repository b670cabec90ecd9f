using Ratchet.Numerics.Reductions;

namespace Ratchet.Numerics.Scores;

/// <summary>Scores of predicted numbers against true ones. NaN stands for undefined: no rows, a NaN, or what each score names.</summary>
public static class RegressionScores
{
    /// <summary>1 - Σ (y - p)² / Σ (y - mean y)²; NaN when the truth is constant.</summary>
    /// <param name="predictions">One per row.</param>
    /// <param name="truth">One per row.</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static double R2(ReadOnlySpan<double> predictions, ReadOnlySpan<double> truth)
    {
        ScoreInputs.RequireSameLength(predictions.Length, truth.Length, nameof(truth));
        if (IsConstant(truth))
        {
            return double.NaN;
        }

        return 1 - (SquaredErrors(predictions, truth) / LaneReduction.SumOfSquares(truth, LaneReduction.Mean(truth)));
    }

    /// <summary>The root of the mean squared error.</summary>
    /// <param name="predictions">One per row.</param>
    /// <param name="truth">One per row.</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static double Rmse(ReadOnlySpan<double> predictions, ReadOnlySpan<double> truth)
    {
        ScoreInputs.RequireSameLength(predictions.Length, truth.Length, nameof(truth));
        return Math.Sqrt(SquaredErrors(predictions, truth) / truth.Length);
    }

    /// <summary>The mean absolute error.</summary>
    /// <param name="predictions">One per row.</param>
    /// <param name="truth">One per row.</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static double Mae(ReadOnlySpan<double> predictions, ReadOnlySpan<double> truth)
    {
        ScoreInputs.RequireSameLength(predictions.Length, truth.Length, nameof(truth));
        var sum = 0.0;
        for (var i = 0; i < truth.Length; i++)
        {
            sum += Math.Abs(predictions[i] - truth[i]);
        }

        return sum / truth.Length;
    }

    /// <summary>Pearson's correlation, in [-1, 1]; NaN when a side is constant.</summary>
    /// <param name="left">One per row.</param>
    /// <param name="right">One per row.</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static double Correlation(ReadOnlySpan<double> left, ReadOnlySpan<double> right)
    {
        ScoreInputs.RequireSameLength(left.Length, right.Length, nameof(right));
        if (IsConstant(left) || IsConstant(right))
        {
            return double.NaN;
        }

        var a = Centred(left);
        var b = Centred(right);
        var product = LaneReduction.Dot(a, b) / (Math.Sqrt(LaneReduction.Dot(a, a)) * Math.Sqrt(LaneReduction.Dot(b, b)));
        return Math.Clamp(product, -1, 1);
    }

    /// <summary>Spearman's rank correlation with mid-ranks for ties; NaN when a side is constant or holds a NaN.</summary>
    /// <param name="left">One per row.</param>
    /// <param name="right">One per row.</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static double RankCorrelation(ReadOnlySpan<double> left, ReadOnlySpan<double> right)
    {
        ScoreInputs.RequireSameLength(left.Length, right.Length, nameof(right));
        return Correlation(MidRanks(left), MidRanks(right));
    }

    /// <summary>
    /// Kendall's tau-b, in [-1, 1]: (C - D) / √((N - T)(N - U)) of the N = n (n - 1) / 2 pairs of rows, C in the same order on both sides,
    /// D in opposite order, T tied on the left, U tied on the right. NaN when a side is constant or holds a NaN, and below two rows.
    /// The significance is <see cref="CorrelationSignificance.OfKendall"/>. Cost O(n log n). Source: Kendall (1945); counting by Knight (1966).
    /// </summary>
    /// <param name="left">One per row.</param>
    /// <param name="right">One per row.</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static double KendallTau(ReadOnlySpan<double> left, ReadOnlySpan<double> right)
    {
        ScoreInputs.RequireSameLength(left.Length, right.Length, nameof(right));
        return KendallCorrelation.TauB(left, right);
    }

    private static double[] MidRanks(ReadOnlySpan<double> values)
    {
        var ranks = new double[values.Length];
        var order = ScoreInputs.Ascending(values, out var sorted);
        for (var first = 0; first < order.Length;)
        {
            var end = ScoreInputs.TieEnd(sorted, first);
            for (var i = first; i < end; i++)
            {
                ranks[order[i]] = double.IsNaN(sorted[i]) ? double.NaN : (first + end + 1) / 2.0;
            }

            first = end;
        }

        return ranks;
    }

    private static double[] Centred(ReadOnlySpan<double> values)
    {
        var mean = LaneReduction.Mean(values);
        var result = new double[values.Length];
        for (var i = 0; i < result.Length; i++)
        {
            result[i] = values[i] - mean;
        }

        return result;
    }

    private static double SquaredErrors(ReadOnlySpan<double> predictions, ReadOnlySpan<double> truth)
    {
        var sum = 0.0;
        for (var i = 0; i < truth.Length; i++)
        {
            var error = predictions[i] - truth[i];
            sum += error * error;
        }

        return sum;
    }

    /// <summary>Compared number by number, since a computed variance of equal numbers can differ from 0.</summary>
    internal static bool IsConstant(ReadOnlySpan<double> values)
    {
        for (var i = 1; i < values.Length; i++)
        {
            if (values[i] != values[0])
            {
                return false;
            }
        }

        return true;
    }
}
