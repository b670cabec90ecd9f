using Ratchet.Features.Sets;

namespace Ratchet.Features.Volatility;

/// <summary>
/// The average true range (Wilder, 1978) by TA-Lib's convention: ATR = (ATR' (n - 1) + TR) / n, begun at bar n with the mean of the true
/// ranges of bars 1 to n;
/// the first n outputs are NaN. In units of price.
/// </summary>
public static class AverageTrueRange
{
    /// <summary>Fills the range; one pass.</summary>
    /// <param name="high">Highest prices.</param>
    /// <param name="low">Lowest prices.</param>
    /// <param name="close">Last prices.</param>
    /// <param name="period">n, from 1 to 100,000; 1 gives the true range itself.</param>
    /// <param name="output">As long as the prices.</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The period is out of its range.</exception>
    public static void Compute(
        ReadOnlySpan<double> high,
        ReadOnlySpan<double> low,
        ReadOnlySpan<double> close,
        int period,
        Span<double> output)
    {
        ColumnLengths.CheckPeriod(period);
        ColumnLengths.Check(high.Length, low.Length, close.Length, output.Length);
        var step = new AtrStep(period);
        for (var i = 0; i < high.Length; i++)
        {
            output[i] = step.Update(high[i], low[i], close[i]);
        }
    }
}
