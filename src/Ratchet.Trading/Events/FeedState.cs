namespace Ratchet.Trading.Events;

/// <summary>How a feed stands.</summary>
public enum FeedState
{
    /// <summary>Data flows.</summary>
    Connected,

    /// <summary>The connection is lost.</summary>
    Disconnected,

    /// <summary>The connection stands and nothing comes.</summary>
    Stale,

    /// <summary>Missed bars were fetched afterwards.</summary>
    GapFilled,

    /// <summary>A bar came that was known already; it was left out.</summary>
    Duplicate,

    /// <summary>A bar came after a later one; it was left out.</summary>
    Late,

    /// <summary>A bar was refused because a value of it is not possible.</summary>
    Refused,
}
