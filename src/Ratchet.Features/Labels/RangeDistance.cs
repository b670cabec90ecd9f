using Ratchet.Features.Volatility;
using Ratchet.Market.Bars;

namespace Ratchet.Features.Labels;

/// <summary>
/// One bar's volatility as a distance of price, implied by the average true range: ATR / sqrt(8 / pi). For a driftless random walk the mean range of a bar is
/// sqrt(8 / pi) of its deviation (Parkinson, 1980). Bar by bar and over a series the same bits; NaN before bar n.
/// </summary>
public sealed class RangeDistance
{
    internal static readonly double OfDeviation = Math.Sqrt(8 / Math.PI);
    private readonly int period;
    private AtrStep step;

    /// <summary>Begins before the first bar.</summary>
    /// <param name="period">n, bars of the average true range, from 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The period is below 1.</exception>
    public RangeDistance(int period)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(period, 1);
        this.period = period;
        step = new AtrStep(period);
    }

    /// <summary>The distance over a whole series.</summary>
    /// <param name="bars">The bars.</param>
    /// <param name="period">n, from 1.</param>
    /// <returns>One element a bar.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The period is below 1.</exception>
    public static double[] Compute(BarSeries bars, int period)
    {
        ArgumentNullException.ThrowIfNull(bars);
        var stream = new RangeDistance(period);
        var high = bars.High;
        var low = bars.Low;
        var close = bars.Close;
        var distance = new double[bars.Count];
        for (var i = 0; i < distance.Length; i++)
        {
            distance[i] = stream.step.Update(high[i], low[i], close[i]) / OfDeviation;
        }

        return distance;
    }

    /// <summary>Takes one closed bar and gives the distance as of its close.</summary>
    /// <param name="bar">The bar.</param>
    public double Update(in Bar bar) => step.Update(bar.High, bar.Low, bar.Close) / OfDeviation;

    /// <summary>Forgets every bar.</summary>
    public void Reset() => step = new AtrStep(period);
}
