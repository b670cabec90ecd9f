namespace Ratchet.Hosting.Configuration;

/// <summary>The adaptive layer. The variables META_STRATEGY_ENABLED, META_STRATEGY_EPSILON, META_STRATEGY_ALPHA, REGIME_TREND_ADX_THRESHOLD, REGIME_HIGH_VOL_ATR_PCT and DEFAULT_STRATEGY come before it.</summary>
public sealed record AdaptiveSection
{
    /// <summary>Whether the selector takes part.</summary>
    public bool Selector { get; init; }

    /// <summary>Whether the advisor takes part.</summary>
    public bool Advisor { get; init; }

    /// <summary>Whether the selector selects; else it trades its default profile.</summary>
    public bool Enabled { get; init; } = true;

    /// <summary>The probability of a choice at random, in [0, 1].</summary>
    public double Epsilon { get; init; } = 0.10;

    /// <summary>The step of learning, in (0, 1].</summary>
    public double Alpha { get; init; } = 0.20;

    /// <summary>The profile that is traded while nothing selects.</summary>
    public string DefaultStrategy { get; init; } = "ultra_aggressive";

    /// <summary>A JSON file of profiles; empty for the seven of the product.</summary>
    public string Profiles { get; init; } = string.Empty;

    /// <summary>A profile is refused while a round trip costs more than this share of its stop distance, in (0, 10].</summary>
    public double MaximumCostShare { get; init; } = 0.20;

    /// <summary>Whether profiles that were not chosen are followed in shadow and learned from.</summary>
    public bool FullInformation { get; init; } = true;

    /// <summary>Names the selector's random choices.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>The ADX that makes a trend, in (0, 100].</summary>
    public double TrendAdx { get; init; } = 25;

    /// <summary>The daily-equivalent ATR share that makes high volatility, in (0.02, 1].</summary>
    public double HighVolatility { get; init; } = 0.04;

    /// <summary>The advisor's settings: conservative or aggressive.</summary>
    public string Preset { get; init; } = "conservative";

    /// <summary>Whether the advisor filters signals of low quality.</summary>
    public bool Quality { get; init; } = true;

    /// <summary>Whether the advisor's weights follow performance.</summary>
    public bool Weights { get; init; } = true;

    /// <summary>Whether the advisor degrades, suspends and retires strategies.</summary>
    public bool Retirement { get; init; } = true;
}
