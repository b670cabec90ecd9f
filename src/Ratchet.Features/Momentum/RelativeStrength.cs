using Ratchet.Features.Sets;

namespace Ratchet.Features.Momentum;

/// <summary>
/// The relative strength index (Wilder, 1978) by TA-Lib's convention: 100 G / (G + L) with G and L Wilder's averages of gains and losses,
/// begun with their plain
/// means over n changes. From 0 to 100; the first n outputs are NaN; 0 while no price has ever moved (TA-Lib's answer; the feature gives
/// 50).
/// </summary>
public static class RelativeStrength
{
    /// <summary>Fills the index; one pass.</summary>
    /// <param name="close">Closes.</param>
    /// <param name="period">n, from 2 to 100,000.</param>
    /// <param name="output">As long as the closes.</param>
    public static void Compute(ReadOnlySpan<double> close, int period, Span<double> output)
    {
        ColumnLengths.CheckPeriod(period, 2);
        ColumnLengths.Check(close.Length, output.Length);
        var step = new RsiRecurrence(period, 0);
        for (var i = 0; i < close.Length; i++)
        {
            output[i] = step.Update(close[i]);
        }
    }
}
