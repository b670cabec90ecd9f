namespace Ratchet.Numerics.Distributions;

/// <summary>The standard normal distribution.</summary>
public static class NormalDistribution
{
    /// <summary>Where the series and the continued fraction of the tail meet.</summary>
    private const double SeriesBelow = 3;

    /// <summary>
    /// P(Z ≥ z), to about 1e-13 relative wherever it is a normal number: below z = 3 by the series φ(z) Σ z^(2n+1) / (1·3·…·(2n+1)), above by Laplace's
    /// continued fraction. 1 and 0 at the infinities, NaN for NaN. Source: Abramowitz and Stegun (1964), 26.2.11 and 26.2.14.
    /// </summary>
    /// <param name="z">The statistic.</param>
    public static double UpperTail(double z)
    {
        if (double.IsNaN(z))
        {
            return double.NaN;
        }

        if (z < 0)
        {
            return 1 - UpperTail(-z);
        }

        var density = Math.Exp(-0.5 * z * z) / Math.Sqrt(2 * Math.PI);
        return z < SeriesBelow ? 0.5 - (density * Series(z)) : double.IsPositiveInfinity(z) ? 0 : density / Fraction(z);
    }

    /// <summary>P(|Z| ≥ |z|).</summary>
    /// <param name="z">The statistic.</param>
    public static double TwoSidedTail(double z) => 2 * UpperTail(Math.Abs(z));

    /// <summary>P(Z ≤ z).</summary>
    /// <param name="z">The statistic.</param>
    public static double Cumulative(double z) => UpperTail(-z);

    private static double Series(double z)
    {
        var term = z;
        var sum = z;
        for (var n = 1; term > 1e-18 * sum; n++)
        {
            term *= z * z / ((2 * n) + 1);
            sum += term;
        }

        return sum;
    }

    /// <summary>z + 1/(z + 2/(z + 3/(z + …))), from the far end; 200 levels are more than z = 3 needs.</summary>
    private static double Fraction(double z)
    {
        var value = z;
        for (var n = 200; n > 0; n--)
        {
            value = z + (n / value);
        }

        return value;
    }
}
