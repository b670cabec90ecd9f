namespace Ratchet.Storage.Ticks;

/// <summary>What the rows of a stored series of ticks are.</summary>
public enum TickKind
{
    /// <summary>Trades.</summary>
    Trades,

    /// <summary>Best bids and offers.</summary>
    Quotes,

    /// <summary>Snapshots of an order book at a fixed depth.</summary>
    Book,

    /// <summary>Events of single orders.</summary>
    Orders,

    /// <summary>Option quotes of one underlying.</summary>
    Options,

    /// <summary>Other numbers over time, such as open interest.</summary>
    Values,
}
