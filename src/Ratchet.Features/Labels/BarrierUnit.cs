using Ratchet.Market.Bars;

namespace Ratchet.Features.Labels;

/// <summary>The volatility that barriers are measured in, by any of the estimators.</summary>
public static class BarrierUnit
{
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
        return PrimarySignalStream.Run(bars, momentumBars, volatilityBars, kind);
    }
}
