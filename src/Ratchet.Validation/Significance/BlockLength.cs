using Ratchet.Numerics.Reductions;

namespace Ratchet.Validation.Significance;

/// <summary>Chooses the block length of a bootstrap from the data's own autocorrelation.</summary>
public static class BlockLength
{
    /// <summary>
    /// The expected block length that is best for the mean under the stationary bootstrap (Politis and White, 2004, corrected by Patton, Politis
    /// and White, 2009): (2 G^2 / D)^(1/3) n^(1/3) with the flat-top window, G = sum w |k| R(k), D = 2 (sum w R(k))^2, the sums over -M..M,
    /// M twice the last lag before sqrt(log10 n)-insignificant ones. Within [1, min(3 sqrt(n), n / 3)]; 1 for fewer than 9 values or without variance.
    /// </summary>
    /// <param name="values">The series, finite.</param>
    public static double Stationary(ReadOnlySpan<double> values)
    {
        var n = values.Length;
        if (n < 9)
        {
            return 1;
        }

        var run = Math.Max(5, (int)Math.Ceiling(Math.Sqrt(Math.Log10(n))));
        var farthest = Math.Min(n - 1, (int)Math.Ceiling(Math.Sqrt(n)) + run);
        var covariances = Autocovariances(values, farthest);
        if (covariances[0] <= 0)
        {
            return 1;
        }

        var bandwidth = Math.Min(2 * LastSignificantLag(covariances, run, n), farthest);
        var weighted = 0.0;
        var spectrum = covariances[0];
        for (var k = 1; k <= bandwidth; k++)
        {
            var window = Math.Clamp(2 * (1 - ((double)k / bandwidth)), 0, 1);
            weighted += 2 * window * k * covariances[k];
            spectrum += 2 * window * covariances[k];
        }

        var length = Math.Cbrt(weighted * weighted / (spectrum * spectrum)) * Math.Cbrt(n);
        return double.IsFinite(length) ? Math.Clamp(length, 1, Math.Max(1, Math.Min(3 * Math.Sqrt(n), n / 3.0))) : 1;
    }

    private static int LastSignificantLag(double[] covariances, int run, int n)
    {
        var bound = 2 * Math.Sqrt(Math.Log10(n) / n) * covariances[0];
        var quiet = 0;
        var last = 0;
        for (var k = 1; k < covariances.Length && quiet < run; k++)
        {
            if (Math.Abs(covariances[k]) < bound)
            {
                quiet++;
            }
            else
            {
                quiet = 0;
                last = k;
            }
        }

        return Math.Max(1, last);
    }

    private static double[] Autocovariances(ReadOnlySpan<double> values, int farthest)
    {
        var n = values.Length;
        var centred = new double[n];
        var mean = LaneReduction.Mean(values);
        for (var i = 0; i < n; i++)
        {
            centred[i] = values[i] - mean;
        }

        var covariances = new double[farthest + 1];
        for (var k = 0; k <= farthest; k++)
        {
            covariances[k] = LaneReduction.Dot(centred.AsSpan(0, n - k), centred.AsSpan(k)) / n;
        }

        return covariances;
    }
}
