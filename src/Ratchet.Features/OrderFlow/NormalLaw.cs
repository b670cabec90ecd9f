namespace Ratchet.Features.OrderFlow;

/// <summary>The standard normal distribution to about 1e-15: Marsaglia's series (2004) in the middle,
/// the continued fraction of Mills' ratio in the tails.</summary>
internal static class NormalLaw
{
    private const double RootOfTwoPi = 2.5066282746310005024;

    public static double Density(double x) => Math.Exp(-0.5 * x * x) / RootOfTwoPi;

    public static double Cumulative(double x)
    {
        if (double.IsNaN(x))
        {
            return double.NaN;
        }

        var size = Math.Abs(x);
        if (size > 38)
        {
            return x > 0 ? 1 : 0;
        }

        if (size > 4)
        {
            var fraction = size;
            for (var k = 60; k >= 1; k--)
            {
                fraction = size + (k / fraction);
            }

            var tail = Density(size) / fraction;
            return x > 0 ? 1 - tail : tail;
        }

        var (sum, term) = (x, x);
        for (var k = 3; k < 200 && Math.Abs(term) > 1e-18; k += 2)
        {
            term *= x * x / k;
            sum += term;
        }

        return 0.5 + (Density(x) * sum);
    }
}
