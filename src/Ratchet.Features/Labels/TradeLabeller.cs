using System.Runtime.Intrinsics;
using Ratchet.Market.Bars;

namespace Ratchet.Features.Labels;

/// <summary>
/// Follows every signalled trade to its first barrier and derives the targets of the four models.
/// </summary>
/// <remarks>
/// <para>
/// The trade of row t enters at the open of bar t + 1. With S = Sigma[t] sqrt(h), the profit barrier lies at entry (1 + s pt S),
/// the stop at entry (1 - s sl S): simple returns, so that R is money. The path is bars t + 1 to t + h, by their highs and lows;
/// a barrier is met when it is reached (not only crossed). A bar that opens at or beyond a barrier ends the trade at its open;
/// of two barriers inside one bar, the stop counts. Without a touch the trade ends at the close of bar t + h.
/// </para>
/// <para>
/// The exit target compares s (close[t + q] / entry - 1) - cost with 0, q = max(1, h / 4).
/// A row needs its whole horizon within the series, even where it would touch early: otherwise the last rows would hold quick trades only.
/// </para>
/// <para>Cost: O(n x bars to the touch), four bars a step; no memory but the result and one pooled array. Source: Lopez de Prado (2018), chapters 3 and 4.</para>
/// </remarks>
public static class TradeLabeller
{
    /// <summary>Labels every row.</summary>
    /// <param name="bars">The bars.</param>
    /// <param name="signal">Sides and volatilities of the same bars.</param>
    /// <param name="options">Barriers, horizon, cost; the signal's own periods are not looked at.</param>
    /// <exception cref="ArgumentException">The signal's length is not the series' length, or no cost is given.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is outside its range.</exception>
    public static TradeLabels Compute(BarSeries bars, PrimarySignal signal, LabelOptions options)
    {
        options.Validate();
        var count = bars.Count;
        if (signal.Side.Length != count || signal.Sigma.Length != count)
        {
            throw new ArgumentException(
                $"The signal has {signal.Side.Length} sides and {signal.Sigma.Length} volatilities, the series {count} bars; they must agree.", nameof(signal));
        }

        var cost = options.RoundTripCost ?? throw new ArgumentException(
            $"{nameof(options.RoundTripCost)} is null; a labeller that is not part of a study needs the cost of a round trip as a number, 0 for none.", nameof(options));
        var entry = Unlabelled(count);
        var profit = Unlabelled(count);
        var position = Unlabelled(count);
        var exit = Unlabelled(count);
        var netReturn = Unlabelled(count);
        var labelEnd = new int[count];
        var touchIndex = new int[count];
        var barrier = new FirstBarrier[count];
        var open = bars.Open;
        var high = bars.High;
        var low = bars.Low;
        var close = bars.Close;
        var horizon = options.HorizonBars;
        var exitBars = Math.Max(1, horizon / 4);
        var rootHorizon = Math.Sqrt(horizon);
        var fullSize = options.StopMultiple / options.ProfitMultiple;
        var labelled = 0;
        for (var t = 0; t < count; t++)
        {
            labelEnd[t] = t + 1;
            touchIndex[t] = -1;
            double side = signal.Side[t];
            var sigma = signal.Sigma[t] * rootHorizon;
            if (side == 0 || !(sigma > 0) || t + horizon >= count)
            {
                continue;
            }

            var price = open[t + 1];
            var target = price * (1 + (side * options.ProfitMultiple * sigma));
            var stop = price * (1 - (side * options.StopMultiple * sigma));
            var end = t + horizon + 1;
            var touch = side > 0
                ? FirstReach(high, low, t + 1, end, target, stop)
                : FirstReach(high, low, t + 1, end, stop, target);
            double gone;
            if (touch == end)
            {
                touch = end - 1;
                barrier[t] = FirstBarrier.Vertical;
                gone = close[touch];
            }
            else
            {
                barrier[t] = Decide(side, open[touch], high[touch], low[touch], target, stop, out gone);
            }

            var net = (side * ((gone / price) - 1)) - cost;
            netReturn[t] = net;
            entry[t] = barrier[t] == FirstBarrier.Profit ? 1 : 0;
            profit[t] = net / (options.StopMultiple * sigma);
            position[t] = Math.Clamp(profit[t] * fullSize, 0, 1);
            exit[t] = (side * ((close[t + exitBars] / price) - 1)) - cost < 0 ? 1 : 0;
            touchIndex[t] = touch;
            labelEnd[t] = Math.Max(touch, t + exitBars) + 1;
            labelled++;
        }

        return new TradeLabels
        {
            Entry = entry,
            Profit = profit,
            Position = position,
            Exit = exit,
            LabelEnd = labelEnd,
            Uniqueness = LabelWeights.RowUniqueness(touchIndex, labelEnd),
            Barrier = barrier,
            TouchIndex = touchIndex,
            NetReturn = netReturn,
            LabelledCount = labelled,
        };
    }

    private static double[] Unlabelled(int count)
    {
        var column = GC.AllocateUninitializedArray<double>(count);
        Array.Fill(column, double.NaN);
        return column;
    }

    // Four bars a step: most trades live for tens of bars, and this runs for every barrier geometry that a search tries.
    private static int FirstReach(ReadOnlySpan<double> high, ReadOnlySpan<double> low, int start, int end, double upper, double lower)
    {
        var uppers = Vector256.Create(upper);
        var lowers = Vector256.Create(lower);
        var i = start;
        for (; i <= end - 4; i += 4)
        {
            var reached = Vector256.GreaterThanOrEqual(Vector256.Create(high.Slice(i, 4)), uppers)
                | Vector256.LessThanOrEqual(Vector256.Create(low.Slice(i, 4)), lowers);
            if (Vector256.ExtractMostSignificantBits(reached) != 0)
            {
                break;
            }
        }

        while (i < end && !(high[i] >= upper || low[i] <= lower))
        {
            i++;
        }

        return i;
    }

    private static FirstBarrier Decide(double side, double open, double high, double low, double target, double stop, out double price)
    {
        var isLong = side > 0;
        if (isLong ? open <= stop : open >= stop)
        {
            price = open;
            return FirstBarrier.Stop;
        }

        if (isLong ? open >= target : open <= target)
        {
            price = open;
            return FirstBarrier.Profit;
        }

        if (isLong ? low <= stop : high >= stop)
        {
            price = stop;
            return FirstBarrier.Stop;
        }

        price = target;
        return FirstBarrier.Profit;
    }
}
