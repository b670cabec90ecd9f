using Ratchet.Features.Sets;

namespace Ratchet.Features.Momentum;

/// <summary>
/// The slow stochastic (Lane) by TA-Lib's convention: K = 100 (close - lowest low) / (highest high - lowest low), averaged plainly twice;
/// both lines are NaN
/// until the second average is defined. A range of nothing counts as K = 0 (the feature counts 50).
/// </summary>
public static class Stochastic
{
    /// <summary>Fills both lines; one pass.</summary>
    /// <param name="high">Highest prices.</param>
    /// <param name="low">Lowest prices.</param>
    /// <param name="close">Last prices.</param>
    /// <param name="fastK">Bars of the range.</param>
    /// <param name="slowK">Bars of the first average.</param>
    /// <param name="slowD">Bars of the second average.</param>
    /// <param name="output">As long as the prices.</param>
    public static void Compute(
        ReadOnlySpan<double> high,
        ReadOnlySpan<double> low,
        ReadOnlySpan<double> close,
        int fastK,
        int slowK,
        int slowD,
        Span<StochasticValues> output)
    {
        ColumnLengths.CheckPeriod(fastK);
        ColumnLengths.CheckPeriod(slowK);
        ColumnLengths.CheckPeriod(slowD);
        ColumnLengths.Check(high.Length, low.Length, close.Length, output.Length);
        var step = new StochasticRecurrence(fastK, slowK, slowD, 0);
        for (var i = 0; i < high.Length; i++)
        {
            output[i] = step.Update(high[i], low[i], close[i]);
        }
    }
}
