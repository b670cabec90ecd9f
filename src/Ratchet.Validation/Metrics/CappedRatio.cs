namespace Ratchet.Validation.Metrics;

/// <summary>Quotients that are always finite: what a ratio means where its denominator vanishes is decided here, once.</summary>
internal static class CappedRatio
{
    /// <summary>
    /// numerator / denominator within [-cap, cap]; 0 / 0 is 0, and a numerator over nothing is the cap with the numerator's sign.
    /// An undefined (NaN) part gives 0.
    /// </summary>
    public static double Of(double numerator, double denominator, double cap)
    {
        if (double.IsNaN(numerator) || double.IsNaN(denominator) || numerator == 0)
        {
            return 0;
        }

        return denominator == 0 ? Math.Sign(numerator) * cap : Math.Clamp(numerator / denominator, -cap, cap);
    }
}
