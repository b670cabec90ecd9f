namespace Ratchet.Hosting.Configuration;

/// <summary>The rules of one symbol. What is left out is at its default.</summary>
public sealed record InstrumentEntry
{
    /// <summary>The symbol, such as BTC/USDT; an entry without one is refused.</summary>
    public string? Symbol { get; init; }

    /// <summary>Prices are multiples of this; 0, the default, is no rounding.</summary>
    public decimal? TickSize { get; init; }

    /// <summary>Quantities are multiples of this, rounded down; 0, the default, is no rounding.</summary>
    public decimal? LotSize { get; init; }

    /// <summary>The least quantity of an order. Default 0.</summary>
    public decimal? MinimumQuantity { get; init; }

    /// <summary>The least value of an order. Default 0.</summary>
    public decimal? MinimumValue { get; init; }

    /// <summary>Value over margin of a position, from 1 to 125. Default 1.</summary>
    public decimal? Leverage { get; init; }

    /// <summary>The share of the value at which margin counts as used up, in [0, 1 / leverage). Default 0.005.</summary>
    public decimal? MaintenanceMargin { get; init; }

    /// <summary>The day of its listing, such as 2017-08-17; without it, it is not known.</summary>
    public string? Listed { get; init; }

    /// <summary>The first day after its trading; without it, never.</summary>
    public string? Delisted { get; init; }
}
