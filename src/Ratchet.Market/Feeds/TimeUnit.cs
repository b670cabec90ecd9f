namespace Ratchet.Market.Feeds;

/// <summary>How a source writes its times.</summary>
public enum TimeUnit
{
    /// <summary>Seconds since 1970-01-01 UTC: 10^8 to 10^11.</summary>
    Seconds,

    /// <summary>Milliseconds: 10^11 to 10^14.</summary>
    Milliseconds,

    /// <summary>Microseconds: 10^14 to 10^17.</summary>
    Microseconds,

    /// <summary>Nanoseconds: above 10^17.</summary>
    Nanoseconds,

    /// <summary>ISO 8601 text.</summary>
    Text,
}
