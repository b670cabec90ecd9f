using Ratchet.Features.Sets;
using Ratchet.Features.Statistics;
using Ratchet.Market.Bars;

namespace Ratchet.Features.Regimes;

/// <summary>The rank of the trailing volatility among its own latest values, 0 to 1: the share below it plus half the share equal to it.</summary>
internal sealed class VolatilityRankStep(int returnBars, int rankBars) : IFeatureStep
{
    private readonly SlidingWindow returns = new(returnBars);
    private readonly SlidingWindow volatilities = new(rankBars);
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

        outputs[0] = volatilities.IsFull ? Rank(volatilities.Values) : double.NaN;
    }

    internal static double Rank(ReadOnlySpan<double> window)
    {
        var last = window[^1];
        var (below, equal) = (0, 0);
        foreach (var value in window)
        {
            below += value < last ? 1 : 0;
            equal += value == last ? 1 : 0;
        }

        return (below + (0.5 * equal)) / window.Length;
    }
}
