using Ratchet.Features.Sets;

namespace Ratchet.Features.Momentum;

/// <summary>The rate of change: 100 (x / x n bars ago - 1); the first n outputs are NaN.</summary>
public static class RateOfChange
{
    /// <summary>Fills the rate; one pass.</summary>
    /// <param name="close">Closes.</param>
    /// <param name="period">n, from 1 to 100,000.</param>
    /// <param name="output">As long as the closes.</param>
    public static void Compute(ReadOnlySpan<double> close, int period, Span<double> output)
    {
        ColumnLengths.CheckPeriod(period);
        ColumnLengths.Check(close.Length, output.Length);
        var step = new ReturnRecurrence(period);
        for (var i = 0; i < close.Length; i++)
        {
            output[i] = 100 * step.Update(close[i]);
        }
    }
}
