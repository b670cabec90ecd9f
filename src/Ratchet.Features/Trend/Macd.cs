using Ratchet.Features.Sets;

namespace Ratchet.Features.Trend;

/// <summary>
/// Moving average convergence and divergence (Appel, 1979) by TA-Lib's convention: the fast average is begun with the mean of the fast-many
/// closes that end
/// where the slow one's first period ends; all three lines are NaN before bar slow + signal - 2.
/// </summary>
public static class Macd
{
    /// <summary>Fills the three lines; one pass.</summary>
    /// <param name="close">Closes.</param>
    /// <param name="fast">Period of the fast average.</param>
    /// <param name="slow">Period of the slow average, above the fast one.</param>
    /// <param name="signal">Period of the signal.</param>
    /// <param name="output">As long as the closes.</param>
    public static void Compute(ReadOnlySpan<double> close, int fast, int slow, int signal, Span<MacdValues> output)
    {
        ColumnLengths.CheckPeriod(fast);
        ColumnLengths.CheckPeriod(slow, fast + 1);
        ColumnLengths.CheckPeriod(signal);
        ColumnLengths.Check(close.Length, output.Length);
        var step = new MacdRecurrence(fast, slow, signal);
        for (var i = 0; i < close.Length; i++)
        {
            output[i] = step.Update(close[i]);
        }
    }
}
