namespace Ratchet.Features.Levels;

/// <summary>What makes a price a level.</summary>
public enum LevelKind
{
    /// <summary>The highest price before the regular session.</summary>
    PreMarketHigh,

    /// <summary>The lowest price before the regular session.</summary>
    PreMarketLow,

    /// <summary>The highest price of the first minutes of the regular session.</summary>
    OpeningRangeHigh,

    /// <summary>The lowest price of the first minutes of the regular session.</summary>
    OpeningRangeLow,

    /// <summary>The mean of the last 200 closes.</summary>
    Average200,

    /// <summary>The mean of the last 400 closes.</summary>
    Average400,

    /// <summary>The highest price of the last full regular session.</summary>
    PreviousHigh,

    /// <summary>The lowest price of the last full regular session.</summary>
    PreviousLow,

    /// <summary>The last price of the last full regular session.</summary>
    PreviousClose,

    /// <summary>The volume-weighted average price since the open of the regular session.</summary>
    SessionVwap,

    /// <summary>The highest round number at or below price.</summary>
    RoundBelow,

    /// <summary>The lowest round number above price.</summary>
    RoundAbove,
}
