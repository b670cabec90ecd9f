namespace Ratchet.Market.Ticks;

/// <summary>The columns of trades, one element a trade.</summary>
public sealed record TradeColumns
{
    /// <summary>Nanoseconds since 1970-01-01 UTC, never falling.</summary>
    public required ReadOnlyMemory<long> Time { get; init; }

    /// <summary>Prices.</summary>
    public required ReadOnlyMemory<double> Price { get; init; }

    /// <summary>Sizes; NaN where the source does not say.</summary>
    public required ReadOnlyMemory<double> Size { get; init; }

    /// <summary>Who took the price.</summary>
    public required ReadOnlyMemory<AggressorSide> Side { get; init; }
}
