namespace Ratchet.Features.OrderFlow;

/// <summary>Whether a feature could be measured, and if not, why. A value that is not <see cref="Measured"/> is NaN, never zero.</summary>
public enum Availability
{
    /// <summary>Nothing was given to measure it from: the feed is absent.</summary>
    NoSource,

    /// <summary>The feed has not run for the whole window yet.</summary>
    WarmingUp,

    /// <summary>The feed gives no sizes.</summary>
    NoSizes,

    /// <summary>No trade of the window has a known aggressor.</summary>
    NoSides,

    /// <summary>Nothing happened in the window from which the value could be formed.</summary>
    NoEvents,

    /// <summary>The book does not reach the zone, or the last observation is too old.</summary>
    NotSeen,

    /// <summary>The fitted model was learned from data that is later than the moment asked for.</summary>
    FittedLater,

    /// <summary>The formula has no value here, such as a ratio to zero.</summary>
    Undefined,

    /// <summary>The value is there.</summary>
    Measured,
}
