using Ratchet.Features.Volatility;
using Ratchet.Market.Bars;

namespace Ratchet.Features.Labels;

/// <summary>The volatility that barriers are measured in, by any of the estimators.</summary>
public static class BarrierUnit
{
    /// <summary>For a driftless random walk the mean range of a bar is sqrt(8 / pi) of its deviation (Parkinson, 1980).</summary>
    private static readonly double RangeOfDeviation = Math.Sqrt(8 / Math.PI);

    /// <summary>The primary signal of a series, its volatility by the estimator asked for; side and momentum do not depend on the choice.</summary>
    /// <param name="bars">The bars.</param>
    /// <param name="momentumBars">Bars of the momentum, at least 1.</param>
    /// <param name="volatilityBars">v, at least 2: returns of the deviation, the span of the exponential weights, or the bars of the average true range.</param>
    /// <param name="kind">The estimator.</param>
    /// <returns>Volatilities of one bar in simple returns; NaN before index v, so that all three begin at the same bar.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number of bars is too small, or the estimator is not known.</exception>
    /// <remarks>Cost: that of <see cref="PrimarySignal.Compute"/>, and O(n).</remarks>
    public static PrimarySignal Signal(BarSeries bars, int momentumBars, int volatilityBars, BarrierVolatility kind)
    {
        ArgumentNullException.ThrowIfNull(bars);
        var signal = PrimarySignal.Compute(bars, momentumBars, volatilityBars);
        return kind switch
        {
            BarrierVolatility.Close => signal,
            BarrierVolatility.Ewma => signal with { Sigma = Exponential(bars, volatilityBars) },
            BarrierVolatility.Range => signal with { Sigma = Range(bars, volatilityBars) },
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "There are Close, Ewma and Range."),
        };
    }

    private static double[] Exponential(BarSeries bars, int span)
    {
        var sigma = EwmVolatility.Compute(bars.Close, span);
        sigma.AsSpan(0, Math.Min(sigma.Length, span)).Fill(double.NaN);
        return sigma;
    }

    private static double[] Range(BarSeries bars, int period)
    {
        var sigma = new double[bars.Count];
        AverageTrueRange.Compute(bars.High, bars.Low, bars.Close, period, sigma);
        var close = bars.Close;
        for (var i = 0; i < sigma.Length; i++)
        {
            sigma[i] /= close[i] * RangeOfDeviation;
        }

        return sigma;
    }
}
