using Ratchet.Features.Sets;

namespace Ratchet.Features.Trend;

/// <summary>
/// The parabolic stop and reverse (Wilder, 1978) by TA-Lib's convention: the first position is short where the second bar's downward
/// movement is the larger,
/// else long. The first output is NaN.
/// </summary>
public static class ParabolicSar
{
    /// <summary>Fills the stop, in units of price; one pass.</summary>
    /// <param name="high">Highest prices.</param>
    /// <param name="low">Lowest prices.</param>
    /// <param name="acceleration">By how much the factor grows with each new extreme, such as 0.02.</param>
    /// <param name="maximum">The largest factor, such as 0.2.</param>
    /// <param name="output">As long as the prices.</param>
    public static void Compute(
        ReadOnlySpan<double> high,
        ReadOnlySpan<double> low,
        double acceleration,
        double maximum,
        Span<double> output)
    {
        ColumnLengths.Check(high.Length, low.Length, high.Length, output.Length);
        var step = new ParabolicSarRecurrence(acceleration, maximum);
        for (var i = 0; i < high.Length; i++)
        {
            output[i] = step.Update(high[i], low[i]);
        }
    }
}
