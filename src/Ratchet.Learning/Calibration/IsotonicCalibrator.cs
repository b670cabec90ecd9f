namespace Ratchet.Learning.Calibration;

/// <summary>
/// Isotonic regression by pooling adjacent violators: the never falling function of the score with the least weighted squared error.
/// Equal scores count as one point at their mean label. Source: Barlow, Bartholomew, Bremner, Brunk (1972); Zadrozny and Elkan (2002).
/// </summary>
public static class IsotonicCalibrator
{
    /// <summary>Fits the curve; knots inside a level stretch are left out. Cost O(n log n).</summary>
    /// <param name="scores">n finite scores, n at least 1, best from rows that the model has not seen.</param>
    /// <param name="labels">n finite labels, for probabilities 0 or 1.</param>
    /// <param name="weights">n weights of 0 or more, not all 0; empty for ones. Rows of weight 0 do not take part.</param>
    /// <exception cref="ArgumentException">A shape is wrong or a number is outside its range.</exception>
    public static IsotonicCalibration Fit(ReadOnlySpan<double> scores, ReadOnlySpan<double> labels, ReadOnlySpan<double> weights)
    {
        var counted = CalibrationSample.Require(scores, labels, weights);
        Linear.DesignColumns.RequireFinite(labels, 1, nameof(labels));
        var x = new double[scores.Length];
        var sums = new double[scores.Length];
        var masses = new double[scores.Length];
        var points = MergeTies(scores, labels, counted, x, sums, masses);
        var fitted = Pool(sums.AsSpan(0, points), masses.AsSpan(0, points));

        var knotScores = new List<double>();
        var knotValues = new List<double>();
        for (var i = 0; i < points; i++)
        {
            if (i == 0 || i == points - 1 || fitted[i] != fitted[i - 1] || fitted[i] != fitted[i + 1])
            {
                knotScores.Add(x[i]);
                knotValues.Add(fitted[i]);
            }
        }

        return new IsotonicCalibration([.. knotScores], [.. knotValues]);
    }

    private static int MergeTies(
        ReadOnlySpan<double> scores, ReadOnlySpan<double> labels, ReadOnlySpan<double> weights, double[] x, double[] sums, double[] masses)
    {
        var keys = scores.ToArray();
        var order = new int[keys.Length];
        for (var i = 0; i < order.Length; i++)
        {
            order[i] = i;
        }

        Array.Sort(keys, order);
        SortTiedRows(keys, order);
        var points = 0;
        for (var i = 0; i < order.Length; i++)
        {
            var row = order[i];
            if (weights[row] == 0)
            {
                continue;
            }

            if (points == 0 || keys[i] != x[points - 1])
            {
                x[points++] = keys[i];
            }

            sums[points - 1] += weights[row] * labels[row];
            masses[points - 1] += weights[row];
        }

        return points;
    }

    /// <summary>Rows of equal score in their own order, so that sums round alike whatever the sort does.</summary>
    private static void SortTiedRows(double[] keys, int[] order)
    {
        for (var first = 0; first < keys.Length;)
        {
            var end = first + 1;
            while (end < keys.Length && keys[end] == keys[first])
            {
                end++;
            }

            order.AsSpan(first, end - first).Sort();
            first = end;
        }
    }

    private static double[] Pool(ReadOnlySpan<double> sums, ReadOnlySpan<double> masses)
    {
        var blockSums = new double[sums.Length];
        var blockMasses = new double[sums.Length];
        var ends = new int[sums.Length];
        var blocks = 0;
        for (var i = 0; i < sums.Length; i++)
        {
            var sum = sums[i];
            var mass = masses[i];
            while (blocks > 0 && blockSums[blocks - 1] / blockMasses[blocks - 1] >= sum / mass)
            {
                blocks--;
                sum += blockSums[blocks];
                mass += blockMasses[blocks];
            }

            blockSums[blocks] = sum;
            blockMasses[blocks] = mass;
            ends[blocks++] = i + 1;
        }

        var fitted = new double[sums.Length];
        var start = 0;
        for (var block = 0; block < blocks; block++)
        {
            fitted.AsSpan(start, ends[block] - start).Fill(blockSums[block] / blockMasses[block]);
            start = ends[block];
        }

        return fitted;
    }
}
