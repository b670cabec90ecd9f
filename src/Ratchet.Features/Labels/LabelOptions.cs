namespace Ratchet.Features.Labels;

/// <summary>
/// How trades are labelled. One sigma below is the horizon volatility: the volatility of one bar times the square root of
/// <see cref="HorizonBars"/>, so that multiples near 1 are reached within the horizon.
/// </summary>
public sealed record LabelOptions
{
    /// <summary>The distance of the profit barrier from the entry, in horizon volatilities. Above 0, at most 100; default 0.75.</summary>
    public double ProfitMultiple { get; init; } = 0.75;

    /// <summary>The distance of the stop barrier from the entry, in horizon volatilities. Above 0, at most 100; default 1.5.</summary>
    public double StopMultiple { get; init; } = 1.5;

    /// <summary>The longest life of a trade in bars, the entry bar included. 1 to 100,000; default 24.</summary>
    public int HorizonBars { get; init; } = 24;

    /// <summary>How many bars back the primary signal's momentum looks. 1 to 100,000; default 24.</summary>
    public int MomentumBars { get; init; } = 24;

    /// <summary>How many log returns the volatility is taken over. 2 to 100,000; default 48.</summary>
    public int VolatilityBars { get; init; } = 48;

    /// <summary>What barriers are measured in; default Close, the deviation of returns from close to close.</summary>
    public BarrierVolatility Volatility { get; init; }

    /// <summary>
    /// Fees and slippage of entry and exit together, as a share of the price. From 0 to below 1. Default null: a study takes twice the taker fee and slippage
    /// of its trading, so that labels and trades pay the same; the labeller itself needs a number.
    /// </summary>
    public double? RoundTripCost { get; init; }

    /// <summary>Checks every field.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A field is outside its range; the text names field, value and range.</exception>
    public void Validate()
    {
        RequireMultiple(nameof(ProfitMultiple), ProfitMultiple);
        RequireMultiple(nameof(StopMultiple), StopMultiple);
        RequireBars(nameof(HorizonBars), HorizonBars, 1);
        RequireBars(nameof(MomentumBars), MomentumBars, 1);
        RequireBars(nameof(VolatilityBars), VolatilityBars, 2);
        if (!Enum.IsDefined(Volatility))
        {
            throw new ArgumentOutOfRangeException(nameof(Volatility), Volatility, $"{nameof(Volatility)} must be Close, Ewma or Range.");
        }

        if (RoundTripCost is { } cost && !(cost is >= 0 and < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(RoundTripCost), RoundTripCost, $"{nameof(RoundTripCost)} must be in [0, 1), or null for the costs of trading.");
        }
    }

    private static void RequireMultiple(string name, double value)
    {
        if (!(value is > 0 and <= 100))
        {
            throw new ArgumentOutOfRangeException(name, value, $"{name} must be in (0, 100].");
        }
    }

    private static void RequireBars(string name, int value, int least)
    {
        if (value < least || value > 100_000)
        {
            throw new ArgumentOutOfRangeException(name, value, $"{name} must be in [{least}, 100000].");
        }
    }
}
