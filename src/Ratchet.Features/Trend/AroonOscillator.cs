using Ratchet.Features.Sets;

namespace Ratchet.Features.Trend;

/// <summary>
/// The Aroon oscillator (Chande, 1995): 100 / n times the bars since the lowest low less those since the highest high, over n + 1 bars; of
/// equal extremes the
/// latest counts. From -100 to 100; the first n outputs are NaN.
/// </summary>
public static class AroonOscillator
{
    /// <summary>Fills the oscillator; one pass, whatever the period.</summary>
    /// <param name="high">Highest prices.</param>
    /// <param name="low">Lowest prices.</param>
    /// <param name="period">n, from 1 to 100,000.</param>
    /// <param name="output">As long as the prices.</param>
    public static void Compute(ReadOnlySpan<double> high, ReadOnlySpan<double> low, int period, Span<double> output)
    {
        ColumnLengths.CheckPeriod(period);
        ColumnLengths.Check(high.Length, low.Length, high.Length, output.Length);
        var step = new AroonRecurrence(period);
        for (var i = 0; i < high.Length; i++)
        {
            output[i] = step.Update(high[i], low[i]);
        }
    }
}
