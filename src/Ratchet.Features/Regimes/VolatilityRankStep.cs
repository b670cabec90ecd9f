using System.Runtime.Intrinsics;
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
        // A lane that compares true is -1; counts are exact in any order. Benchmark P11.
        var last = window[^1];
        var lasts = Vector256.Create(last);
        var (belows, equals) = (Vector256<long>.Zero, Vector256<long>.Zero);
        var i = 0;
        for (; i <= window.Length - Vector256<double>.Count; i += Vector256<double>.Count)
        {
            var values = Vector256.Create(window.Slice(i, Vector256<double>.Count));
            belows -= Vector256.LessThan(values, lasts).AsInt64();
            equals -= Vector256.Equals(values, lasts).AsInt64();
        }

        var (below, equal) = (Vector256.Sum(belows), Vector256.Sum(equals));
        foreach (var value in window[i..])
        {
            below += value < last ? 1 : 0;
            equal += value == last ? 1 : 0;
        }

        return (below + (0.5 * equal)) / window.Length;
    }
}
