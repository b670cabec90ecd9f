namespace Ratchet.Validation.Significance;

/// <summary>A statistic with the range that resampling gives it.</summary>
/// <param name="Estimate">The statistic of the data themselves.</param>
/// <param name="Lower">The lower end.</param>
/// <param name="Upper">The upper end.</param>
/// <param name="Confidence">The share of resamples between the ends.</param>
public readonly record struct ConfidenceInterval(double Estimate, double Lower, double Upper, double Confidence)
{
    /// <summary>Whether a value is between the ends, the ends included.</summary>
    /// <param name="value">The value.</param>
    public bool Contains(double value) => value >= Lower && value <= Upper;
}
