namespace Ratchet.Features.OrderFlow;

/// <summary>The prices around a level, and who defends it.</summary>
/// <param name="Level">The level.</param>
/// <param name="HalfWidth">The zone is level - half width to level + half width, both ends in it; greater than 0.</param>
/// <param name="Side">From where price comes: sell orders defend against rising, buy orders against falling prices.</param>
public readonly record struct BarrierZone(double Level, double HalfWidth, ApproachSide Side)
{
    /// <summary>The lowest price of the zone.</summary>
    public double Low => Level - HalfWidth;

    /// <summary>The highest price of the zone.</summary>
    public double High => Level + HalfWidth;

    /// <summary>Checks the zone.</summary>
    /// <exception cref="ArgumentException">The level or the half width is no number, or the half width is not positive.</exception>
    public void Validate()
    {
        if (!double.IsFinite(Level) || !(HalfWidth > 0) || !double.IsFinite(HalfWidth))
        {
            throw new ArgumentException($"A zone needs a finite level and a positive half width; they are {Level} and {HalfWidth}.", nameof(HalfWidth));
        }

        _ = Approach.SignOf(Side);
    }
}
