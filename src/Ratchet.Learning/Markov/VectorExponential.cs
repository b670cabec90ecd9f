using System.Runtime.Intrinsics;

namespace Ratchet.Learning.Markov;

/// <summary>
/// e^x for four numbers at once, x at most 0, within two units in the last place; below -708 the result is 0, a NaN stays one. Only sums and
/// products that every machine rounds alike, so the bits do not depend on the hardware.
/// </summary>
/// <remarks>x = n ln 2 + r with |r| at most ln 2 / 2; e^r by its Taylor series to r¹³ (the rest is below 5e-18), then the exponent is set.</remarks>
internal static class VectorExponential
{
    private const double Smallest = -708;

    /// <summary>1.5 times 2⁵²: adding it leaves the nearest integer in the lowest bits.</summary>
    private const double Rounder = 6755399441055744.0;

    private const double HighLogarithm = 6.93147180369123816490e-01;
    private const double LowLogarithm = 1.90821492927058770002e-10;
    private const double PerLogarithm = 1.44269504088896338700;

    public static Vector256<double> OfNonPositive(Vector256<double> x)
    {
        var shifted = (x * PerLogarithm) + Vector256.Create(Rounder);
        var n = shifted - Vector256.Create(Rounder);
        var r = x - (n * HighLogarithm) - (n * LowLogarithm);
        var p = Vector256.Create(1.0 / 6227020800);
        p = (p * r) + Vector256.Create(1.0 / 479001600);
        p = (p * r) + Vector256.Create(1.0 / 39916800);
        p = (p * r) + Vector256.Create(1.0 / 3628800);
        p = (p * r) + Vector256.Create(1.0 / 362880);
        p = (p * r) + Vector256.Create(1.0 / 40320);
        p = (p * r) + Vector256.Create(1.0 / 5040);
        p = (p * r) + Vector256.Create(1.0 / 720);
        p = (p * r) + Vector256.Create(1.0 / 120);
        p = (p * r) + Vector256.Create(1.0 / 24);
        p = (p * r) + Vector256.Create(1.0 / 6);
        p = (p * r) + Vector256.Create(0.5);
        p = (p * r) + Vector256<double>.One;
        p = (p * r) + Vector256<double>.One;
        var power = ((shifted.AsInt64() + Vector256.Create(1023L)) << 52).AsDouble();
        return Vector256.ConditionalSelect(Vector256.LessThan(x, Vector256.Create(Smallest)), Vector256<double>.Zero, p * power);
    }
}
