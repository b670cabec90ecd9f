namespace Ratchet.Strategies.Signals;

/// <summary>The settings of <see cref="EmaTrend"/>.</summary>
public sealed record EmaTrendOptions
{
    /// <summary>Bars of the faster average. 1 to 10,000, below <see cref="SlowPeriod"/>; default 21.</summary>
    public int FastPeriod { get; init; } = 21;

    /// <summary>Bars of the slower average. 2 to 10,000; default 55.</summary>
    public int SlowPeriod { get; init; } = 55;

    /// <summary>The bars after the cross for which the averages must have kept their new order before it is followed. 1 to 20; default 1.</summary>
    public int ConfirmationBars { get; init; } = 1;

    /// <summary>The least ADX. In [0, 100]; default 20.</summary>
    public double MinimumAdx { get; init; } = 20;

    /// <summary>Whether the directional indicator of the side must be in front. Default true.</summary>
    public bool RequireDirection { get; init; } = true;

    /// <summary>Whether the cross tells to leave what is open, which was entered before it. Default true.</summary>
    public bool ExitAtCross { get; init; } = true;

    /// <summary>How strength becomes confidence.</summary>
    public ConfidenceScale Confidence { get; init; } = new();

    /// <summary>Checks every value.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A value is outside its range.</exception>
    public void Validate()
    {
        OptionRange.Require(nameof(SlowPeriod), SlowPeriod, 2, 10_000);
        OptionRange.Require(nameof(FastPeriod), FastPeriod, 1, SlowPeriod - 1);
        OptionRange.Require(nameof(ConfirmationBars), ConfirmationBars, 1, 20);
        OptionRange.Require(nameof(MinimumAdx), MinimumAdx, 0, 100);
        Confidence.Validate();
    }
}
