using Ratchet.Trading.Engine;

namespace Ratchet.Trading.Venues;

/// <summary>
/// The grids of one instrument. Prices: fills of market and stop orders round against the order, limits of entries in its favour, stops and targets away from the
/// entry price. Quantities round down.
/// </summary>
internal sealed class InstrumentScale(InstrumentRules rules)
{
    private const decimal Largest = 1e12m;
    private readonly decimal tick = rules.TickSize;
    private readonly decimal lot = rules.LotSize;

    /// <summary>The step of prices; 0 without a grid.</summary>
    public double Tick => (double)tick;

    /// <summary>The nearest price on the grid that is not below (up) or not above (down) the given one; the price itself without a grid.</summary>
    public double Round(double price, bool up)
    {
        if (tick == 0 || !(Math.Abs(price) < (double)Largest))
        {
            return price;
        }

        var ticks = (decimal)price / tick;
        return (double)((up ? decimal.Ceiling(ticks) : decimal.Floor(ticks)) * tick);
    }

    /// <summary>The fill price of a market order that buys (+1) or sells (-1): never better than given and never at or below 0.</summary>
    public double RoundFill(double price, int side)
    {
        var rounded = Round(price, side > 0);
        return rounded > 0 ? rounded : price;
    }

    /// <summary>Whole lots, rounded down; 0 for what is not above 0 or NaN, at most 1e12.</summary>
    public decimal Lots(double quantity) => quantity > 0 ? Lots((decimal)Math.Min(quantity, (double)Largest)) : 0;

    /// <summary>Whole lots, rounded down.</summary>
    public decimal Lots(decimal quantity) => lot == 0 ? quantity : decimal.Floor(quantity / lot) * lot;

    /// <summary>Whether an order of this quantity and price is too small for the venue.</summary>
    public bool TooSmall(decimal quantity, double price) =>
        quantity <= 0 || quantity < rules.MinimumQuantity || (rules.MinimumValue > 0 && quantity * (decimal)price < rules.MinimumValue);
}
