using Ratchet.Features.Sets;
using Ratchet.Market.Bars;
using Ratchet.Numerics.Reductions;

namespace Ratchet.Features.Statistics;

/// <summary>
/// Fractional differentiation with an order chosen once, when the calibration bars are complete and before the next bar is looked at; every value comes from
/// a later bar than all that chose it. Allocates at that bar only.
/// </summary>
internal sealed class CalibratedFractionalStep(FractionalOptions options) : IFeatureStep
{
    private const int Orders = 20;

    private readonly SlidingWindow logs = new(options.CalibrationBars);
    private double[]? weights;

    /// <summary>The order chosen; NaN before.</summary>
    public double Order { get; private set; } = double.NaN;

    public void Update(in Bar bar, Span<double> outputs)
    {
        if (weights is null && logs.IsFull)
        {
            Order = Choose(logs.Values, options.SignificancePercent);
            weights = FractionalDifference.LevelFree(Order, StatisticalFeatures.FractionalThreshold, StatisticalFeatures.FractionalLimit);
        }

        logs.Push(Math.Log(bar.Close));
        outputs[0] = weights is null ? double.NaN : LaneReduction.Dot(logs.Last(weights.Length), weights);
    }

    internal static double Choose(ReadOnlySpan<double> logPrices, int significancePercent)
    {
        for (var i = 1; i <= Orders; i++)
        {
            var order = (double)i / Orders;
            var weights = FractionalDifference.Weights(order, StatisticalFeatures.FractionalThreshold, StatisticalFeatures.FractionalLimit);
            var difference = FractionalDifference.Apply(logPrices, weights);
            if (AugmentedDickeyFuller.Test(difference.AsSpan(weights.Length - 1)).Rejects(significancePercent))
            {
                return order;
            }
        }

        return 1;
    }
}
