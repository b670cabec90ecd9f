namespace Ratchet.Numerics.Distributions;

/// <summary>The standard logistic distribution function and its relatives, without overflow at either end.</summary>
public static class LogisticFunction
{
    /// <summary>1 / (1 + e⁻ᶻ): 0 at negative infinity, 1 at infinity, NaN for NaN.</summary>
    /// <param name="z">The log-odds.</param>
    public static double Sigmoid(double z)
    {
        var e = Math.Exp(-Math.Abs(z));
        return z >= 0 ? 1 / (1 + e) : e / (1 + e);
    }

    /// <summary>ln(1 + eᶻ), the log-loss of a negative example at log-odds z; NaN for NaN.</summary>
    /// <param name="z">The log-odds.</param>
    public static double SoftPlus(double z) => Math.Max(z, 0) + Math.Log(1 + Math.Exp(-Math.Abs(z)));

    /// <summary>ln(p / (1 - p)), the inverse of <see cref="Sigmoid"/>: infinite at 0 and 1, NaN outside.</summary>
    /// <param name="p">A probability.</param>
    public static double Logit(double p) => Math.Log(p / (1 - p));
}
