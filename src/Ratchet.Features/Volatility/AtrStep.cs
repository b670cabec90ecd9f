namespace Ratchet.Features.Volatility;

/// <summary>Wilder's average true range: begun with the mean of the ranges of bars 1 to n; NaN before bar n.</summary>
internal struct AtrStep(int period)
{
    private int seen;
    private double sum;
    private double closeBefore = double.NaN;
    private double value = double.NaN;

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
