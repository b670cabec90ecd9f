using Ratchet.Market.Bars;

namespace Ratchet.Features.Statistics;

/// <summary>Contributions of one bar to volatilities that use its range, in squared log price.</summary>
public static class RangeVolatility
{
    /// <summary>log(high / low)^2 / (4 log 2) (Parkinson, 1980).</summary>
    /// <param name="bar">The bar.</param>
    public static double Parkinson(in Bar bar)
    {
        var range = Math.Log(bar.High / bar.Low);
        return range * range / (4 * Math.Log(2));
    }

    /// <summary>log(high / low)^2 / 2 - (2 log 2 - 1) log(close / open)^2 (Garman and Klass, 1980); not below 0 for a consistent bar.</summary>
    /// <param name="bar">The bar.</param>
    public static double GarmanKlass(in Bar bar)
    {
        var range = Math.Log(bar.High / bar.Low);
        var body = Math.Log(bar.Close / bar.Open);
        return (range * range / 2) - (((2 * Math.Log(2)) - 1) * body * body);
    }
}
