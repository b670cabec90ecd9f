using Ratchet.Features.Sets;

namespace Ratchet.Features.Volatility;

/// <summary>
/// Bollinger's bands (Bollinger, 1983): the plain mean of n closes and k population standard deviations to either side. The deviation is
/// taken in two passes,
/// so that a flat market gives (but for rounding) none.
/// </summary>
public static class BollingerBands
{
    /// <summary>Fills the bands; the cost is that of 2 n additions a bar.</summary>
    /// <param name="close">Closes.</param>
    /// <param name="period">n, from 2 to 100,000.</param>
    /// <param name="multiple">k, such as 2.</param>
    /// <param name="output">As long as the closes.</param>
    public static void Compute(ReadOnlySpan<double> close, int period, double multiple, Span<BollingerValues> output)
    {
        ColumnLengths.CheckPeriod(period, 2);
        ColumnLengths.Check(close.Length, output.Length);
        var undefined = Math.Min(period - 1, close.Length);
        output[..undefined].Fill(new(double.NaN, double.NaN, double.NaN));
        if (undefined == close.Length)
        {
            return;
        }

        var rest = BollingerBlocks.Fill(close, period, multiple, output);
        var step = new BollingerRecurrence(period, multiple);
        for (var i = rest - period + 1; i < close.Length; i++)
        {
            var values = step.Update(close[i]);
            if (i >= rest)
            {
                output[i] = values;
            }
        }
    }
}
