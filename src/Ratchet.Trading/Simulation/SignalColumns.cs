namespace Ratchet.Trading.Simulation;

/// <summary>
/// What the models say at the close of each bar, one element a bar, rows as in the market's columns. Nothing in row t may know more than bar t.
/// Momentum, size and exit probability may be empty where there is no such model.
/// </summary>
public readonly ref struct SignalColumns
{
    /// <summary>+1 long, -1 short, 0 none.</summary>
    public required ReadOnlySpan<sbyte> Side { get; init; }

    /// <summary>The strength of the primary signal; traded where its absolute value reaches the threshold. NaN is no signal; empty is no filter.</summary>
    public ReadOnlySpan<double> Momentum { get; init; }

    /// <summary>The probability that following the side pays, in [0, 1]; NaN is no signal.</summary>
    public required ReadOnlySpan<double> Confidence { get; init; }

    /// <summary>The position model's output, clamped into the options' range; NaN is no signal; empty is 1 everywhere.</summary>
    public ReadOnlySpan<double> Size { get; init; }

    /// <summary>
    /// The probability that a position on the row's side should be left; NaN or empty is no exit. It speaks of that side alone: while the side is
    /// the opposite of the position's it is not used.
    /// </summary>
    public ReadOnlySpan<double> ExitProbability { get; init; }

    /// <summary>The price distance of a multiple of 1, such as the ATR, known at the bar's close; not above 0 or not finite is no signal.</summary>
    public required ReadOnlySpan<double> Distance { get; init; }
}
