namespace Ratchet.Hosting.Configuration;

/// <summary>The rules of one symbol.</summary>
public sealed record InstrumentEntry
{
    /// <summary>The symbol, such as BTC/USDT.</summary>
    public string Symbol { get; init; } = string.Empty;

    /// <summary>Prices are multiples of this; 0 is no rounding.</summary>
    public decimal TickSize { get; init; }

    /// <summary>Quantities are multiples of this, rounded down; 0 is no rounding.</summary>
    public decimal LotSize { get; init; }

    /// <summary>The least quantity of an order.</summary>
    public decimal MinimumQuantity { get; init; }

    /// <summary>The least value of an order.</summary>
    public decimal MinimumValue { get; init; }

    /// <summary>Value over margin of a position, from 1 to 125.</summary>
    public decimal Leverage { get; init; } = 1;

    /// <summary>The share of the value at which margin counts as used up, in [0, 1 / leverage).</summary>
    public decimal MaintenanceMargin { get; init; } = 0.005m;

    /// <summary>The day of its listing, such as 2017-08-17; empty is not known.</summary>
    public string Listed { get; init; } = string.Empty;

    /// <summary>The first day after its trading; empty is never.</summary>
    public string Delisted { get; init; } = string.Empty;
}
