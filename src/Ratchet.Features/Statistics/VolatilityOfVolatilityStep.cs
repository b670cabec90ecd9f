using Ratchet.Features.Sets;
using Ratchet.Market.Bars;
using Ratchet.Numerics.Reductions;

namespace Ratchet.Features.Statistics;

/// <summary>The relative dispersion of the trailing volatility: its standard deviation over its mean, 0 where the mean is 0.</summary>
internal sealed class VolatilityOfVolatilityStep(int returnBars, int volatilityBars) : IFeatureStep
{
    private readonly SlidingWindow returns = new(returnBars);
    private readonly SlidingWindow volatilities = new(volatilityBars);
    private double previousClose = double.NaN;

    public void Update(in Bar bar, Span<double> outputs)
    {
        if (!double.IsNaN(previousClose))
        {
            returns.Push(Math.Log(bar.Close / previousClose));
        }

        previousClose = bar.Close;
        if (returns.IsFull)
        {
            volatilities.Push(Moments.Deviation(returns.Values));
        }

        outputs[0] = double.NaN;
        if (volatilities.IsFull)
        {
            var mean = LaneReduction.Mean(volatilities.Values);
            outputs[0] = mean > 0 ? Moments.Deviation(volatilities.Values) / mean : 0;
        }
    }
}
