namespace Ratchet.Features.Sets;

/// <summary>
/// Tells a price range from the rounding left by arithmetic on a flat market: a range of at most 1e-12 of the price is none. The smallest
/// step of any
/// traded price is several orders larger.
/// </summary>
internal static class Flatness
{
    /// <summary>Whether a range is nothing but rounding.</summary>
    public static bool IsFlat(double range, double price) => range <= 1e-12 * price;

    /// <summary>Where a price lies between two bounds, 0 at the lower and 1 at the upper; 0.5 where the bounds are one.</summary>
    public static double Position(double price, double lower, double upper) =>
        IsFlat(upper - lower, price) ? 0.5 : (price - lower) / (upper - lower);
}
