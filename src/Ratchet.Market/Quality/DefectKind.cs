namespace Ratchet.Market.Quality;

/// <summary>What can be wrong with a row. The first kinds make a row bad; from <see cref="StaleRun"/> on they are warnings.</summary>
public enum DefectKind
{
    /// <summary>A price or the volume is empty or not finite.</summary>
    MissingValue,

    /// <summary>A price is 0 or negative.</summary>
    NonPositivePrice,

    /// <summary>The volume is negative.</summary>
    NegativeVolume,

    /// <summary>The low is above the open, the close or the high, or the high below one of them.</summary>
    OhlcViolation,

    /// <summary>The opening time is not on the time frame's grid.</summary>
    OffGrid,

    /// <summary>The opening time is before that of an earlier row.</summary>
    NonMonotone,

    /// <summary>The same bar as the row before, once more.</summary>
    Duplicate,

    /// <summary>Another bar with the same opening time: nothing says which of them is true, so that all of them are bad.</summary>
    ConflictingDuplicate,

    /// <summary>A warning: the prices have not changed for a long run of bars.</summary>
    StaleRun,

    /// <summary>A warning: the return is far out by the median absolute deviation of the returns before it. Crashes are real.</summary>
    Outlier,

    /// <summary>A warning: the market is closed by the calendar.</summary>
    OutsideSession,
}
