using Ratchet.Features.Sets;

namespace Ratchet.Features.Momentum;

/// <summary>
/// The commodity channel index (Lambert, 1980): (p - mean) / (0.015 mean |p - mean|) over n bars, with p the mean of high, low and close.
/// The first n - 1 outputs
/// are NaN; 0 on a flat market, rounding apart.
/// </summary>
public static class CommodityChannel
{
    /// <summary>Fills the index; the cost is that of 2 n additions a bar.</summary>
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
        Span<double> output)
    {
        ColumnLengths.CheckPeriod(period, 2);
        ColumnLengths.Check(high.Length, low.Length, close.Length, output.Length);
        var step = new CciRecurrence(period);
        for (var i = 0; i < high.Length; i++)
        {
            output[i] = step.Update(high[i], low[i], close[i]);
        }
    }
}
