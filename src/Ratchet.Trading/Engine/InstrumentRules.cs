using Ratchet.Market.Instruments;
using Ratchet.Market.Time;

namespace Ratchet.Trading.Engine;

/// <summary>A symbol and the rules of its venue.</summary>
public sealed record InstrumentRules
{
    /// <summary>What is traded.</summary>
    public required Symbol Symbol { get; init; }

    /// <summary>The bars that are decided on.</summary>
    public required TimeFrame Frame { get; init; }

    /// <summary>Prices are multiples of this; 0 is no rounding. Default 0.</summary>
    public decimal TickSize { get; init; }

    /// <summary>Quantities are multiples of this, rounded down; 0 is no rounding. Default 0.</summary>
    public decimal LotSize { get; init; }

    /// <summary>The least quantity of an order. Default 0.</summary>
    public decimal MinimumQuantity { get; init; }

    /// <summary>The least value of an order. Default 0.</summary>
    public decimal MinimumValue { get; init; }

    /// <summary>Value over margin of a position; above 1 a position has a liquidation price. Default 1, from 1 to 125.</summary>
    public decimal Leverage { get; init; } = 1;

    /// <summary>The share of the value at which margin counts as used up. Default 0.005, in [0, 1 / leverage).</summary>
    public decimal MaintenanceMargin { get; init; } = 0.005m;

    /// <summary>The first moment of trading, in milliseconds since 1970-01-01 UTC; null is unknown and taken as always.</summary>
    public long? Listed { get; init; }

    /// <summary>The first moment after trading; null is never. What is open at the last close before it is closed there.</summary>
    public long? Delisted { get; init; }

    /// <summary>Checks every value.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A value is outside its range.</exception>
    public void Validate()
    {
        Require(TickSize >= 0, nameof(TickSize), TickSize, "not below 0");
        Require(LotSize >= 0, nameof(LotSize), LotSize, "not below 0");
        Require(MinimumQuantity >= 0, nameof(MinimumQuantity), MinimumQuantity, "not below 0");
        Require(MinimumValue >= 0, nameof(MinimumValue), MinimumValue, "not below 0");
        Require(Leverage is >= 1 and <= 125, nameof(Leverage), Leverage, "from 1 to 125");
        Require(MaintenanceMargin >= 0 && MaintenanceMargin < 1 / Leverage, nameof(MaintenanceMargin), MaintenanceMargin, $"in [0, 1 / Leverage), Leverage being {Leverage}");
        if (Listed >= Delisted)
        {
            throw new ArgumentOutOfRangeException(nameof(Delisted), Delisted, $"Delisted must be after Listed, {Listed}.");
        }

        if (Symbol.Name.Length == 0 || Frame.Minutes < 1)
        {
            throw new ArgumentException($"An instrument needs a symbol and a time frame; they are '{Symbol}' and {Frame.Minutes} minutes.");
        }
    }

    private static void Require(bool holds, string field, decimal value, string range)
    {
        if (!holds)
        {
            throw new ArgumentOutOfRangeException(field, value, $"{field} must be {range}.");
        }
    }
}
