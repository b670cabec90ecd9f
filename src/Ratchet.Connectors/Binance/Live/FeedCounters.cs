namespace Ratchet.Connectors.Binance.Live;

/// <summary>What a feed has heard and ignored.</summary>
public sealed record FeedCounters
{
    /// <summary>Messages heard.</summary>
    public long Messages { get; init; }

    /// <summary>Messages about bars that are still open.</summary>
    public long OpenBars { get; init; }

    /// <summary>Closed bars or trades that came again right after they had been told.</summary>
    public long Duplicates { get; init; }

    /// <summary>Duplicates whose values were not those told before; the first stands.</summary>
    public long Conflicts { get; init; }

    /// <summary>Closed bars or trades from before the last one told.</summary>
    public long Late { get; init; }

    /// <summary>Closed bars or trades that came before one that should have come first.</summary>
    public long Early { get; init; }

    /// <summary>Messages that could not be read, or whose bar or trade was not sound.</summary>
    public long Malformed { get; init; }

    /// <summary>Messages of another kind, or about what was not asked for.</summary>
    public long Other { get; init; }

    /// <summary>Bars or trades told from REST.</summary>
    public long BackFilled { get; init; }

    /// <summary>Bars or numbers of trades that the exchange itself does not have.</summary>
    public long MissingAtExchange { get; init; }

    /// <summary>Connections made, with handshake.</summary>
    public long Connections { get; init; }

    /// <summary>Connections lost or not made.</summary>
    public long Disconnections { get; init; }

    /// <summary>Connections given up for silence.</summary>
    public long Stalls { get; init; }
}
