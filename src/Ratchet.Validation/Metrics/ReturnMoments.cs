using Ratchet.Numerics.Reductions;

namespace Ratchet.Validation.Metrics;

/// <summary>The first four moments of a return series.</summary>
/// <param name="Count">How many returns, n.</param>
/// <param name="Mean">The arithmetic mean; NaN for none.</param>
/// <param name="StandardDeviation">sqrt(sum (r - mean)^2 / (n - 1)); NaN below two returns.</param>
/// <param name="Skewness">m3 / m2^1.5 with population moments; 0 without variance.</param>
/// <param name="Kurtosis">m4 / m2^2 with population moments, not the excess: 3 for a normal distribution and where there is no variance.</param>
public readonly record struct ReturnMoments(int Count, double Mean, double StandardDeviation, double Skewness, double Kurtosis)
{
    /// <summary>The skewness without the bias of small samples: g1 sqrt(n (n - 1)) / (n - 2); NaN below three returns.</summary>
    public double UnbiasedSkewness => Count < 3 ? double.NaN : Skewness * Math.Sqrt((double)Count * (Count - 1)) / (Count - 2);

    /// <summary>The kurtosis without the bias of small samples: 3 + ((n + 1)(g2 - 3) + 6)(n - 1) / ((n - 2)(n - 3)); NaN below four returns.</summary>
    public double UnbiasedKurtosis =>
        Count < 4
            ? double.NaN
            : 3 + ((((Count + 1.0) * (Kurtosis - 3)) + 6) * (Count - 1) / ((Count - 2.0) * (Count - 3)));

    /// <summary>Measures a series in two passes with a fixed order of summation.</summary>
    /// <param name="returns">The returns, finite.</param>
    public static ReturnMoments From(ReadOnlySpan<double> returns)
    {
        var n = returns.Length;
        if (n == 0)
        {
            return new(0, double.NaN, double.NaN, 0, 3);
        }

        var mean = LaneReduction.Mean(returns);
        var powers = CentralSums.From(returns, mean);
        var m2 = powers.Second / n;
        var deviation = n < 2 ? double.NaN : Math.Sqrt(powers.Second / (n - 1));

        // A constant series leaves only the rounding of its mean; that is no variance.
        if (m2 <= mean * mean * 1e-24)
        {
            return new(n, mean, n < 2 ? double.NaN : 0, 0, 3);
        }

        return new(n, mean, deviation, powers.Third / n / (m2 * Math.Sqrt(m2)), powers.Fourth / n / (m2 * m2));
    }
}
