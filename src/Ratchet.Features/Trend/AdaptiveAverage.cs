using Ratchet.Features.Sets;

namespace Ratchet.Features.Trend;

/// <summary>
/// The adaptive moving average (Kaufman, 1995) by TA-Lib's convention: the weight goes from 2 / 31 to 2 / 3, squared, with the efficiency
/// |change over n bars| / sum of
/// |changes|. It is begun with the close before its first value; the first n outputs are NaN. A flat market counts as efficient.
/// </summary>
public static class AdaptiveAverage
{
    /// <summary>Fills the average; the cost is that of n additions a bar.</summary>
    /// <param name="close">Closes.</param>
    /// <param name="period">n, from 2 to 100,000.</param>
    /// <param name="output">As long as the closes.</param>
    public static void Compute(ReadOnlySpan<double> close, int period, Span<double> output)
    {
        ColumnLengths.CheckPeriod(period, 2);
        ColumnLengths.Check(close.Length, output.Length);
        var step = new KamaRecurrence(period);
        for (var i = 0; i < close.Length; i++)
        {
            output[i] = step.Update(close[i]);
        }
    }
}
