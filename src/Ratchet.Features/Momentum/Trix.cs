using Ratchet.Features.Sets;

namespace Ratchet.Features.Momentum;

/// <summary>
/// TRIX (Hutson, 1983): the change over one bar, in percent, of an exponential average taken three times, each begun with a plain mean as
/// TA-Lib does. The first
/// 3 n - 2 outputs are NaN.
/// </summary>
public static class Trix
{
    /// <summary>Fills the change; one pass.</summary>
    /// <param name="close">Closes.</param>
    /// <param name="period">n, from 1 to 100,000.</param>
    /// <param name="output">As long as the closes.</param>
    public static void Compute(ReadOnlySpan<double> close, int period, Span<double> output)
    {
        ColumnLengths.CheckPeriod(period);
        ColumnLengths.Check(close.Length, output.Length);
        var step = new TrixRecurrence(period);
        for (var i = 0; i < close.Length; i++)
        {
            output[i] = step.Update(close[i]);
        }
    }
}
