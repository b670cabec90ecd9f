namespace Ratchet.Features.Volatility;

/// <summary>
/// The true range of a bar (Wilder, 1978): from the lower of its low and the close before to the higher of its high and the close before.
/// </summary>
internal static class TrueRange
{
    /// <summary>The range, in units of price; without a close before (NaN) it is high less low.</summary>
    public static double Of(double high, double low, double closeBefore)
    {
        var range = high - low;
        return double.IsNaN(closeBefore) ? range : Math.Max(range, Math.Max(Math.Abs(closeBefore - high), Math.Abs(closeBefore - low)));
    }
}
