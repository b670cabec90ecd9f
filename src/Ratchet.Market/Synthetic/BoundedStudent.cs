using Ratchet.Numerics.Randomness;

namespace Ratchet.Market.Synthetic;

/// <summary>
/// Fat-tailed shocks of mean 0 and variance 1 that never exceed <see cref="Bound"/> in size: Student's t, drawn by the polar method
/// (Bailey, 1994), redrawn beyond the bound, divided by the standard deviation of the truncated density (integrated by Simpson's rule).
/// Symmetric, so that the mean is exactly 0.
/// </summary>
internal sealed class BoundedStudent
{
    /// <summary>The largest size of a shock before scaling, in units of t.</summary>
    private const double RawBound = 10;

    private readonly double freedom;
    private readonly double scale;

    public BoundedStudent(double degreesOfFreedom)
    {
        freedom = degreesOfFreedom;
        scale = 1 / Math.Sqrt(TruncatedVariance(degreesOfFreedom));
    }

    /// <summary>The largest size of a shock.</summary>
    public double Bound => RawBound * scale;

    public double Next(RandomStream stream)
    {
        while (true)
        {
            var u = (2 * stream.NextDouble()) - 1;
            var v = (2 * stream.NextDouble()) - 1;
            var w = (u * u) + (v * v);
            if (w is > 1 or 0)
            {
                continue;
            }

            var t = u * Math.Sqrt(freedom * (Math.Pow(w, -2 / freedom) - 1) / w);
            if (Math.Abs(t) <= RawBound)
            {
                return t * scale;
            }
        }
    }

    private static double TruncatedVariance(double freedom)
    {
        const int Steps = 4000;
        double mass = 0;
        double square = 0;
        for (var i = 0; i <= Steps; i++)
        {
            var x = RawBound * i / Steps;
            var weight = i is 0 or Steps ? 1 : i % 2 == 1 ? 4 : 2;
            var density = weight * Math.Pow(1 + (x * x / freedom), -(freedom + 1) / 2);
            mass += density;
            square += density * x * x;
        }

        return square / mass;
    }
}
