namespace Ratchet.Strategies.Signals;

/// <summary>The settings of <see cref="RsiReversal"/>.</summary>
public sealed record RsiReversalOptions
{
    /// <summary>Bars of the index. 2 to 10,000; default 14.</summary>
    public int Period { get; init; } = 14;

    /// <summary>Below it the market is oversold. In [1, 49]; default 30.</summary>
    public double Oversold { get; init; } = 30;

    /// <summary>Above it the market is overbought. In [51, 99]; default 70.</summary>
    public double Overbought { get; init; } = 70;

    /// <summary>The bars after the one on which the index left the zone within which the price must confirm. 0 to 20; default 3.</summary>
    public int ConfirmationBars { get; init; } = 3;

    /// <summary>The largest ADX: a reversal is not taken against a stronger trend. In [1, 100]; default 40.</summary>
    public double MaximumAdx { get; init; } = 40;

    /// <summary>Whether the index crossing 50 tells to leave what is open. Default true.</summary>
    public bool ExitAtMiddle { get; init; } = true;

    /// <summary>How strength becomes confidence.</summary>
    public ConfidenceScale Confidence { get; init; } = new();

    /// <summary>Checks every value.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A value is outside its range.</exception>
    public void Validate()
    {
        OptionRange.Require(nameof(Period), Period, 2, 10_000);
        OptionRange.Require(nameof(Oversold), Oversold, 1, 49);
        OptionRange.Require(nameof(Overbought), Overbought, 51, 99);
        OptionRange.Require(nameof(ConfirmationBars), ConfirmationBars, 0, 20);
        OptionRange.Require(nameof(MaximumAdx), MaximumAdx, 1, 100);
        Confidence.Validate();
    }
}
