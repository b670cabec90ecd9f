namespace Ratchet.Trading.Risk;

/// <summary>The step from double to decimal, always downwards: what is approved is never above the bound it came from.</summary>
internal static class OrderBoundary
{
    /// <summary>Above every amount of money that is dealt with, and small enough to be divided by any price.</summary>
    private const double Largest = 1e18;

    /// <summary>The value as a decimal that is not above it; 0 where it is not above 0 or NaN.</summary>
    public static decimal Floor(double value)
    {
        if (!(value > 0))
        {
            return 0;
        }

        // The conversion rounds to fifteen digits; one unit of the last of them is taken off where it went up.
        var rounded = (decimal)Math.Min(value, Largest);
        return (double)rounded > value ? rounded * (1 - 1e-14m) : rounded;
    }

    /// <summary>The quantity rounded down to lots; 0 is no lots.</summary>
    public static decimal ToLots(decimal quantity, decimal lot) => lot > 0 ? quantity - (quantity % lot) : quantity;
}
