using Ratchet.Trading.Profiles;

namespace Ratchet.Trading.Events;

/// <summary>
/// What the adaptive layer says about the next signal of a strategy on a symbol. It can filter, shrink, weigh and choose exits; what it asks for passes the same
/// risk gate as everything else. Used by the first signal of that strategy and symbol after it, and dropped when the next bar of the symbol closes.
/// </summary>
public sealed record Advice
{
    /// <summary>Advice that changes nothing.</summary>
    public static Advice Neutral { get; } = new();

    /// <summary>The strategy's place in the options.</summary>
    public int Strategy { get; init; }

    /// <summary>Whether the signal may not open a position.</summary>
    public bool Block { get; init; }

    /// <summary>Multiplies the size before the risk gate, in [0, 2]. Default 1.</summary>
    public double Multiplier { get; init; } = 1;

    /// <summary>The confidence that is passed on is the lower of the signal's and this, in [0, 1]. Default 1.</summary>
    public double ConfidenceCap { get; init; } = 1;

    /// <summary>The exits to use in place of the strategy's own; null keeps them.</summary>
    public ExitPlan? Exits { get; init; }

    /// <summary>The name of the profile that <see cref="Exits"/> comes from; empty where there is none.</summary>
    public string Profile { get; init; } = string.Empty;

    /// <summary>The regime that was seen, by its name; empty where none was.</summary>
    public string Regime { get; init; } = string.Empty;

    /// <summary>Who advises and why, for the audit.</summary>
    public string Why { get; init; } = string.Empty;

    /// <summary>The number of the decision in the adviser's own log, by which a reward finds it; -1 where there is none.</summary>
    public long Decision { get; init; } = -1;

    /// <summary>Checks every value.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A value is outside its range.</exception>
    public void Validate()
    {
        if (Multiplier is not (>= 0 and <= 2))
        {
            throw new ArgumentOutOfRangeException(nameof(Multiplier), Multiplier, "Multiplier must be in [0, 2].");
        }

        if (ConfidenceCap is not (>= 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(ConfidenceCap), ConfidenceCap, "ConfidenceCap must be in [0, 1].");
        }

        Exits?.Validate();
    }
}
