using Ratchet.Market.Time;

namespace Ratchet.Strategies.Signals;

/// <summary>What a <see cref="MarketContextStream"/> measures, and on which bars.</summary>
public sealed record MarketContextOptions
{
    /// <summary>
    /// The bars that are measured, gathered from finer ones; one that is still forming is never looked at. A multiple of the bars' own frame. Default null: the
    /// bars as they come.
    /// </summary>
    public TimeFrame? ContextFrame { get; init; }

    /// <summary>Bars of the average true range. 1 to 10,000; default 14.</summary>
    public int AtrPeriod { get; init; } = 14;

    /// <summary>Bars of the directional movement. 2 to 10,000; default 14.</summary>
    public int AdxPeriod { get; init; } = 14;

    /// <summary>Bars of the faster exponential average. 1 to 10,000, below <see cref="SlowPeriod"/>; default 21.</summary>
    public int FastPeriod { get; init; } = 21;

    /// <summary>Bars of the slower exponential average. 2 to 10,000; default 55.</summary>
    public int SlowPeriod { get; init; } = 55;

    /// <summary>Days over which the median of the 24-hour volume is taken. 2 to 365; default 30.</summary>
    public int VolumeDays { get; init; } = 30;

    /// <summary>Days that must have been seen before the volume is compared with its median. 2 to <see cref="VolumeDays"/>; default 7.</summary>
    public int LeastVolumeDays { get; init; } = 7;

    /// <summary>Checks every value.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A value is outside its range.</exception>
    public void Validate()
    {
        OptionRange.Require(nameof(AtrPeriod), AtrPeriod, 1, 10_000);
        OptionRange.Require(nameof(AdxPeriod), AdxPeriod, 2, 10_000);
        OptionRange.Require(nameof(SlowPeriod), SlowPeriod, 2, 10_000);
        OptionRange.Require(nameof(FastPeriod), FastPeriod, 1, SlowPeriod - 1);
        OptionRange.Require(nameof(VolumeDays), VolumeDays, 2, 365);
        OptionRange.Require(nameof(LeastVolumeDays), LeastVolumeDays, 2, VolumeDays);
        if (ContextFrame is { Minutes: < 1 } frame)
        {
            throw new ArgumentOutOfRangeException(nameof(ContextFrame), frame.Minutes, "ContextFrame must be at least 1 minute.");
        }
    }
}
