using Ratchet.Features.Sets;

namespace Ratchet.Features.Volume;

/// <summary>
/// The money flow index (Quong and Soudack, 1989): 100 times the share of price x volume over n bars that came with a rising typical price
/// (mean of high, low,
/// close). From 0 to 100; the first n outputs are NaN; 0 where no money flowed. It departs from TA-Lib in one thing: TA-Lib gives 0
/// wherever less
/// than one unit of money flowed, which depends on the currency.
/// </summary>
public static class MoneyFlow
{
    /// <summary>Fills the index; the cost is that of 2 n additions a bar.</summary>
    /// <param name="high">Highest prices.</param>
    /// <param name="low">Lowest prices.</param>
    /// <param name="close">Last prices.</param>
    /// <param name="volume">Volumes.</param>
    /// <param name="period">n, from 2 to 100,000.</param>
    /// <param name="output">As long as the prices.</param>
    public static void Compute(
        ReadOnlySpan<double> high,
        ReadOnlySpan<double> low,
        ReadOnlySpan<double> close,
        ReadOnlySpan<double> volume,
        int period,
        Span<double> output)
    {
        ColumnLengths.CheckPeriod(period, 2);
        ColumnLengths.Check(high.Length, low.Length, close.Length, output.Length);
        ColumnLengths.Check(volume.Length, output.Length);
        var step = new MfiRecurrence(period, 0);
        for (var i = 0; i < high.Length; i++)
        {
            output[i] = step.Update(high[i], low[i], close[i], volume[i]);
        }
    }
}
