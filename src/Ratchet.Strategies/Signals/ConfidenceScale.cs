namespace Ratchet.Strategies.Signals;

/// <summary>
/// How the strength of a setup, in [0, 1], becomes a confidence: floor + span x strength, at most 1. It rises with the strength and is no calibrated probability:
/// what a signal is worth is for pattern memory, quality and weights to learn.
/// </summary>
public sealed record ConfidenceScale
{
    /// <summary>The confidence of the weakest setup that is spoken of. In [0, 1]; default 0.6.</summary>
    public double Floor { get; init; } = 0.6;

    /// <summary>What the strongest setup has more. In [0, 1]; default 0.35.</summary>
    public double Span { get; init; } = 0.35;

    /// <summary>The confidence.</summary>
    /// <param name="strength">In [0, 1]; values outside count as the nearer end.</param>
    public double Of(double strength) => Math.Min(1, Floor + (Span * Math.Clamp(strength, 0, 1)));

    /// <summary>Checks both values.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A value is outside its range.</exception>
    public void Validate()
    {
        OptionRange.Require(nameof(Floor), Floor, 0, 1);
        OptionRange.Require(nameof(Span), Span, 0, 1);
    }

    /// <summary>The place of a value between two ends, cut to [0, 1].</summary>
    internal static double Share(double value, double from, double to) => Math.Clamp((value - from) / (to - from), 0, 1);
}
