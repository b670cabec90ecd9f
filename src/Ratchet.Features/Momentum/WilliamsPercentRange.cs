using Ratchet.Features.Sets;

namespace Ratchet.Features.Momentum;

/// <summary>
/// Williams' %R (Williams, 1973): -100 (highest high - close) / (highest high - lowest low) over n bars. From -100 to 0; the first n - 1
/// outputs are NaN; 0 in a
/// range of nothing (TA-Lib's answer; the feature gives -50).
/// </summary>
public static class WilliamsPercentRange
{
    /// <summary>Fills the range; one pass, whatever the period.</summary>
    /// <param name="high">Highest prices.</param>
    /// <param name="low">Lowest prices.</param>
    /// <param name="close">Last prices.</param>
    /// <param name="period">n, from 1 to 100,000.</param>
    /// <param name="output">As long as the prices.</param>
    public static void Compute(
        ReadOnlySpan<double> high,
        ReadOnlySpan<double> low,
        ReadOnlySpan<double> close,
        int period,
        Span<double> output)
    {
        ColumnLengths.CheckPeriod(period);
        ColumnLengths.Check(high.Length, low.Length, close.Length, output.Length);
        var step = new WilliamsRecurrence(period, 0);
        for (var i = 0; i < high.Length; i++)
        {
            output[i] = step.Update(high[i], low[i], close[i]);
        }
    }
}
