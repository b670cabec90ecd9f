using Ratchet.Market.Bars;

namespace Ratchet.Features.Labels;

/// <summary>
/// The direction that is followed before any model speaks, one element a bar; the models learn whether following it pays.
/// Every element is known at its bar's close and depends on the last max(momentum bars, volatility bars) + 1 closes only.
/// </summary>
/// <param name="Side">+1 long, -1 short, 0 none: the sign of <paramref name="Momentum"/>, 0 before the warm-up.</param>
/// <param name="Momentum">
/// log(close[t] / close[t - m]) / (Sigma[t] sqrt(m)): the m-bar return in its own standard deviations, scale-free.
/// NaN before index max(m, v); 0 where the volatility is 0.
/// </param>
/// <param name="Sigma">
/// The sample standard deviation (n - 1) of the last v log returns, of one bar, known at the close of t. NaN before index v.
/// </param>
public sealed record PrimarySignal(sbyte[] Side, double[] Momentum, double[] Sigma)
{
    /// <summary>Computes the signal over a series.</summary>
    /// <param name="bars">The bars; only closes are used.</param>
    /// <param name="momentumBars">m, at least 1.</param>
    /// <param name="volatilityBars">v, at least 2.</param>
    /// <returns>Arrays as long as the series; two calls whose windows hold the same closes give the same bits.</returns>
    /// <exception cref="ArgumentOutOfRangeException">m or v is too small.</exception>
    /// <remarks>Cost: O(n v) additions and n logarithms.</remarks>
    public static PrimarySignal Compute(BarSeries bars, int momentumBars, int volatilityBars)
    {
        ArgumentNullException.ThrowIfNull(bars);
        return PrimarySignalStream.Run(bars, momentumBars, volatilityBars, BarrierVolatility.Close);
    }
}
