using Ratchet.Features.Sets;
using Ratchet.Features.Statistics;
using Ratchet.Market.Bars;
using Ratchet.Numerics.Reductions;

namespace Ratchet.Features.OnChain;

/// <summary>One pass over shared windows yields all ten proxies; formulas at <see cref="OnChainFeatures"/>.</summary>
internal sealed class OnChainStep : IFeatureStep
{
    internal const int LongBars = 200;
    internal const int ShortBars = 20;
    internal const int IssuanceBars = 365;
    private const double LeastActivity = 0.01;

    private static readonly double[] Ages = [.. Enumerable.Range(0, LongBars).Select(i => (double)(LongBars - 1 - i))];

    private readonly SlidingWindow volume = new(LongBars);
    private readonly SlidingWindow typical = new(LongBars);
    private readonly SlidingWindow turnover = new(LongBars);
    private readonly SlidingWindow sold = new(2 * ShortBars);
    private readonly SlidingWindow bought = new(2 * ShortBars);
    private readonly SlidingWindow close = new(IssuanceBars);
    private readonly SlidingWindow costBasis = new(ShortBars);

    public void Update(in Bar bar, Span<double> outputs)
    {
        var price = (bar.High + bar.Low + bar.Close) / 3;
        var range = bar.High - bar.Low;
        var buyShare = range > 0 ? (bar.Close - bar.Low) / range : 0.5;
        volume.Push(bar.Volume);
        typical.Push(price);
        turnover.Push(bar.Volume * price);
        bought.Push(bar.Volume * buyShare);
        sold.Push(bar.Volume * (1 - buyShare));
        close.Push(bar.Close);
        outputs.Fill(double.NaN);
        if (!volume.IsFull)
        {
            return;
        }

        var volumes = volume.Values;
        var total = LaneReduction.Sum(volumes);
        var traded = total > 0;
        var meanVolume = total / LongBars;
        var allTurnover = LaneReduction.Sum(turnover.Values);
        var basis = traded ? allTurnover / total : LaneReduction.Mean(typical.Values);
        costBasis.Push(basis);

        outputs[0] = Math.Log(bar.Close / basis);
        outputs[1] = Math.Log(bar.Close / LaneReduction.Mean(close.Last(LongBars))) - LogActivity(allTurnover / LongBars);
        outputs[2] = traded ? LaneReduction.Mean(sold.Last(ShortBars)) / meanVolume : 0.5;
        outputs[3] = traded ? LaneReduction.Mean(bought.Last(ShortBars)) / meanVolume : 0.5;
        outputs[4] = traded ? NetFlowChange() / meanVolume : 0;
        outputs[5] = costBasis.IsFull ? SpentProfit() : double.NaN;
        outputs[6] = ProfitBalance(bar.Close);
        outputs[7] = close.IsFull ? Math.Log(bar.Close / LaneReduction.Mean(close.Values)) : double.NaN;
        outputs[8] = LargeShare(volumes, meanVolume);
        outputs[9] = traded ? LaneReduction.Dot(volumes, Ages) / total / ((LongBars - 1) / 2.0) : 1;
    }

    private double LogActivity(double usual)
    {
        var ratio = usual > 0 ? LaneReduction.Mean(turnover.Last(ShortBars)) / usual : 1;
        return Math.Log((ratio + LeastActivity) / (1 + LeastActivity));
    }

    private double NetFlowChange()
    {
        var now = LaneReduction.Mean(sold.Last(ShortBars)) - LaneReduction.Mean(bought.Last(ShortBars));
        var before = LaneReduction.Mean(sold.Values[..ShortBars]) - LaneReduction.Mean(bought.Values[..ShortBars]);
        return now - before;
    }

    private double SpentProfit()
    {
        var volumes = volume.Last(ShortBars);
        var closes = close.Last(ShortBars);
        return LaneReduction.Sum(volumes) > 0
            ? Math.Log(LaneReduction.Dot(volumes, closes) / LaneReduction.Dot(volumes, costBasis.Values))
            : Math.Log(LaneReduction.Sum(closes) / LaneReduction.Sum(costBasis.Values));
    }

    private double ProfitBalance(double price)
    {
        var volumes = volume.Values;
        var prices = typical.Values;
        var (net, gross) = (0.0, 0.0);
        for (var i = 0; i < volumes.Length; i++)
        {
            var difference = volumes[i] * (price - prices[i]);
            net += difference;
            gross += Math.Abs(difference);
        }

        return gross > 0 ? net / gross : 0;
    }

    private double LargeShare(ReadOnlySpan<double> volumes, double meanVolume)
    {
        var bound = meanVolume + (2 * Math.Sqrt(LaneReduction.SumOfSquares(volumes, meanVolume) / (LongBars - 1)));
        var (large, all) = (0.0, 0.0);
        foreach (var value in volume.Last(ShortBars))
        {
            all += value;
            large += value > bound ? value : 0;
        }

        return all > 0 ? large / all : 0;
    }
}
