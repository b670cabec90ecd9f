namespace Ratchet.Market.Ticks;

/// <summary>The columns of quotes, one element a quote. NaN where a side is empty or the source does not say.</summary>
public sealed record QuoteColumns
{
    /// <summary>Nanoseconds since 1970-01-01 UTC, never falling.</summary>
    public required ReadOnlyMemory<long> Time { get; init; }

    /// <summary>Best bids.</summary>
    public required ReadOnlyMemory<double> Bid { get; init; }

    /// <summary>What is wanted at them.</summary>
    public required ReadOnlyMemory<double> BidSize { get; init; }

    /// <summary>Best offers.</summary>
    public required ReadOnlyMemory<double> Ask { get; init; }

    /// <summary>What is for sale at them.</summary>
    public required ReadOnlyMemory<double> AskSize { get; init; }
}
