namespace Ratchet.Trading.Sizing;

/// <summary>The size of an entry before the risk gate. Pure; the gate's limits come after it and can only make it smaller.</summary>
/// <remarks>
/// Every method takes a share of equity and a price distance, so that sizes shrink as distances (such as the average true range) grow:
/// <code>
/// fixed fraction     equity x RiskPerTrade / stopDistance
/// volatility target  equity x VolatilityTarget / distance
/// capped Kelly       equity x min(KellyShare x f, KellyCap) / stopDistance,   f = p - (1 - p) / b
/// </code>
/// where p is the confidence and b the plan's reward to risk (Kelly, 1956); without an edge, f not above 0, the size is 0. All are scaled by
/// min(confidence, 1) x clamp(size, PositionLow, PositionHigh) x multiplier.
/// </remarks>
public static class PositionSizing
{
    /// <summary>No size is worth more than this many times equity: far above every limit, and small enough for a decimal.</summary>
    public const double MostLeverage = 1000;

    /// <summary>The quantity in units of the asset: finite, not below 0; 0 where a number that the method needs is NaN, infinite or outside its range.</summary>
    /// <param name="options">The method and its shares.</param>
    /// <param name="equity">Money, above 0.</param>
    /// <param name="price">The price, above 0.</param>
    /// <param name="stopDistance">The price distance to the first stop, above 0.</param>
    /// <param name="distance">The signal's price distance, above 0; the volatility target's alone.</param>
    /// <param name="confidence">The probability that the trade pays; above 1 counts as 1, not above 0 gives 0.</param>
    /// <param name="size">The position model's output, clamped to the options' range; NaN gives 0.</param>
    /// <param name="multiplier">The advice's multiplier, not below 0.</param>
    /// <param name="rewardToRisk">The plan's mean target distance over its stop distance, above 0; capped Kelly's alone.</param>
    public static double Quantity(
        SizingOptions options,
        double equity,
        double price,
        double stopDistance,
        double distance,
        double confidence,
        double size,
        double multiplier,
        double rewardToRisk)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (!(IsAmount(equity) && IsAmount(price) && confidence > 0 && IsAmount(multiplier)) || double.IsNaN(size))
        {
            return 0;
        }

        var (share, per) = options.Method switch
        {
            SizingMethod.FixedFraction => (options.RiskPerTrade, stopDistance),
            SizingMethod.VolatilityTarget => (options.VolatilityTarget, distance),
            SizingMethod.CappedKelly => (Kelly(options, Math.Min(confidence, 1), rewardToRisk), stopDistance),
            _ => throw new ArgumentOutOfRangeException(nameof(options), options.Method, "Method must be a fixed fraction, a volatility target or capped Kelly."),
        };
        if (!IsAmount(per) || !(share > 0))
        {
            return 0;
        }

        var scale = Math.Min(confidence, 1) * Math.Clamp(size, options.PositionLow, options.PositionHigh) * multiplier;
        var quantity = Math.Min(equity * share * scale / per, MostLeverage * equity / price);
        return double.IsFinite(quantity) ? quantity : 0;
    }

    private static double Kelly(SizingOptions options, double confidence, double rewardToRisk)
    {
        var edge = rewardToRisk > 0 ? confidence - ((1 - confidence) / rewardToRisk) : 0;
        return edge > 0 ? Math.Min(options.KellyShare * edge, options.KellyCap) : 0;
    }

    private static bool IsAmount(double value) => value > 0 && double.IsFinite(value);
}
