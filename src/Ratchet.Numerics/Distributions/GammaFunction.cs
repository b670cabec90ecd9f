namespace Ratchet.Numerics.Distributions;

/// <summary>The logarithm of the gamma function for positive arguments, as the distributions here need it.</summary>
public static class GammaFunction
{
    private const double ShiftedTo = 15;

    /// <summary>
    /// ln Γ(x) by Stirling's series after shifting x to 15 or more with Γ(x + 1) = x Γ(x); good to about 1e-14, relative to the larger of 1 and
    /// the result. Infinity at 0 and infinity, NaN below 0 and for NaN. Source: Abramowitz and Stegun (1964), 6.1.15 and 6.1.41.
    /// </summary>
    /// <param name="x">0 or more.</param>
    public static double LogGamma(double x)
    {
        if (!(x > 0))
        {
            return x == 0 ? double.PositiveInfinity : double.NaN;
        }

        if (double.IsPositiveInfinity(x))
        {
            return x;
        }

        var product = 1.0;
        for (; x < ShiftedTo; x++)
        {
            product *= x;
        }

        return ((x - 0.5) * Math.Log(x)) - x + (0.5 * Math.Log(2 * Math.PI)) + Series(x) - Math.Log(product);
    }

    /// <summary>ln Γ(x + step) - ln Γ(x) without the cancellation of the two logarithms where x is large; x and step above 0, else NaN.</summary>
    /// <param name="x">Above 0.</param>
    /// <param name="step">Above 0.</param>
    public static double LogRatio(double x, double step)
    {
        if (!(x > 0 && step > 0))
        {
            return double.NaN;
        }

        return x < ShiftedTo
            ? LogGamma(x + step) - LogGamma(x)
            : ((x - 0.5) * LogOnePlus(step / x)) + (step * Math.Log(x + step)) - step + Series(x + step) - Series(x);
    }

    /// <summary>ln(1 + x) to full precision also for small x, by cancelling the rounding of 1 + x (Kahan's device).</summary>
    internal static double LogOnePlus(double x)
    {
        var rounded = 1 + x;
        return rounded == 1 ? x : Math.Log(rounded) * (x / (rounded - 1));
    }

    private static double Series(double x)
    {
        var inverse = 1 / x;
        var square = inverse * inverse;
        var rest = (691.0 / 360360) - (square / 156);
        rest = (1.0 / 1188) - (square * rest);
        rest = (1.0 / 1680) - (square * rest);
        rest = (1.0 / 1260) - (square * rest);
        rest = (1.0 / 360) - (square * rest);
        return inverse * ((1.0 / 12) - (square * rest));
    }
}
