namespace Ratchet.Numerics.Distributions;

/// <summary>Student's t distribution.</summary>
public static class StudentDistribution
{
    /// <summary>
    /// P(|T| ≥ |t|) = I_{ν/(ν+t²)}(ν/2, 1/2), to full relative precision far into the tail. 1 at t = 0, 0 at infinite t; NaN for NaN and unless ν is finite
    /// and above 0. Source: Student (1908); Abramowitz and Stegun (1964), 26.7.1.
    /// </summary>
    /// <param name="t">The statistic.</param>
    /// <param name="degreesOfFreedom">ν.</param>
    public static double TwoSidedTail(double t, double degreesOfFreedom)
    {
        if (double.IsNaN(t) || !(degreesOfFreedom > 0 && double.IsFinite(degreesOfFreedom)))
        {
            return double.NaN;
        }

        // Through t²/ν rather than ν + t², which overflows.
        var ratio = t * t / degreesOfFreedom;
        return double.IsPositiveInfinity(ratio)
            ? 0
            : BetaFunction.Regularised(1 / (1 + ratio), ratio / (1 + ratio), 0.5 * degreesOfFreedom, 0.5);
    }

    /// <summary>P(T ≤ t); undefined cases as in <see cref="TwoSidedTail"/>.</summary>
    /// <param name="t">The statistic.</param>
    /// <param name="degreesOfFreedom">ν.</param>
    public static double Cumulative(double t, double degreesOfFreedom)
    {
        var half = 0.5 * TwoSidedTail(t, degreesOfFreedom);
        return t > 0 ? 1 - half : half;
    }
}
