using Ratchet.Features.Sets;

namespace Ratchet.Features.Trend;

/// <summary>
/// Directional movement and the average directional index (Wilder, 1978) by TA-Lib's convention. Where nothing moved, both DI are 0 and DX
/// keeps its last
/// value (0 before any).
/// </summary>
public static class DirectionalMovement
{
    /// <summary>Fills +DI, -DI, DX and ADX; one pass.</summary>
    /// <param name="high">Highest prices.</param>
    /// <param name="low">Lowest prices.</param>
    /// <param name="close">Last prices.</param>
    /// <param name="period">n, from 2 to 100,000.</param>
    /// <param name="output">As long as the prices.</param>
    public static void Compute(
        ReadOnlySpan<double> high,
        ReadOnlySpan<double> low,
        ReadOnlySpan<double> close,
        int period,
        Span<DirectionalValues> output)
    {
        ColumnLengths.CheckPeriod(period, 2);
        ColumnLengths.Check(high.Length, low.Length, close.Length, output.Length);
        var step = new DirectionalRecurrence(period);
        for (var i = 0; i < high.Length; i++)
        {
            output[i] = step.Update(high[i], low[i], close[i]);
        }
    }
}
