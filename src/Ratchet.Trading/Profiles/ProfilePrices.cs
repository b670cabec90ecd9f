namespace Ratchet.Trading.Profiles;

/// <summary>The absolute prices of a profile for one entry.</summary>
/// <param name="Entry">The price of the entry.</param>
/// <param name="Stop">The first stop.</param>
/// <param name="Targets">The targets, nearest first.</param>
public sealed record ProfilePrices(decimal Entry, decimal Stop, IReadOnlyList<decimal> Targets)
{
    /// <summary>
    /// Computes entry - side x stop multiple x distance and entry + side x target multiple x distance, each rounded to the nearest tick, halves away from
    /// zero. A price that would fall below one tick is one tick (0 where there is no tick), so that a wide stop under a cheap asset stays a price.
    /// </summary>
    /// <param name="exits">The multiples.</param>
    /// <param name="side">+1 long, -1 short.</param>
    /// <param name="entry">The price of the entry, above 0.</param>
    /// <param name="distance">The distance of a multiple of 1, such as the ATR; finite and above 0.</param>
    /// <param name="tick">Prices are multiples of this; 0 is no rounding.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value is outside its range.</exception>
    public static ProfilePrices At(ExitPlan exits, int side, decimal entry, double distance, decimal tick)
    {
        if (side is not (1 or -1))
        {
            throw new ArgumentOutOfRangeException(nameof(side), side, "side must be +1 or -1.");
        }

        if (!(distance > 0 && distance < 1e15))
        {
            throw new ArgumentOutOfRangeException(nameof(distance), distance, "distance must be finite, above 0 and below 1e15.");
        }

        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(entry);
        ArgumentOutOfRangeException.ThrowIfNegative(tick);
        var unit = (decimal)distance;
        var targets = new decimal[exits.TargetMultiples.Count];
        for (var i = 0; i < targets.Length; i++)
        {
            targets[i] = Round(entry + (side * (decimal)exits.TargetMultiples[i] * unit), tick);
        }

        return new(entry, Round(entry - (side * (decimal)exits.StopMultiple * unit), tick), targets);
    }

    private static decimal Round(decimal price, decimal tick) => tick == 0
        ? Math.Max(price, 0)
        : Math.Max(Math.Round(price / tick, MidpointRounding.AwayFromZero) * tick, tick);
}
