namespace Ratchet.Features.Volatility;

/// <summary>Wilder's average true range, bar by bar: begun with the mean of the ranges of bars 1 to n; NaN before bar n. In units of price.</summary>
/// <param name="period">n, at least 1.</param>
public struct AtrStep(int period)
{
    private int seen;
    private double sum;
    private double closeBefore = double.NaN;
    private double value = double.NaN;

    /// <summary>Takes a closed bar and returns the range as of its close.</summary>
    /// <param name="high">The highest price.</param>
    /// <param name="low">The lowest price.</param>
    /// <param name="close">The last price.</param>
    public double Update(double high, double low, double close)
    {
        var range = TrueRange.Of(high, low, closeBefore);
        closeBefore = close;
        if (seen > period)
        {
            value = ((value * (period - 1)) + range) / period;
            return value;
        }

        if (seen > 0)
        {
            sum += range;
            value = seen == period ? sum / period : double.NaN;
        }

        seen++;
        return value;
    }
}
