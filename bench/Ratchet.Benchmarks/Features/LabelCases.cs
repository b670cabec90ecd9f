using Ratchet.Benchmarks.Cases;
using Ratchet.Benchmarks.Measurement;
using Ratchet.Features.Labels;
using Ratchet.Market.Bars;
using Ratchet.Market.Instruments;
using Ratchet.Market.Time;

namespace Ratchet.Benchmarks.Features;

/// <summary>
/// P18b: triple barriers and average uniqueness over the first 20,000 of the peers' bars, an event every bar, barriers at one exponentially weighted deviation of
/// either side and 24 bars; beside it the labeller that the models learn from, with its four targets and weights. The peer's figure is recorded (0.61 s and
/// 0.39 s): no script of it is at hand.
/// </summary>
internal static class LabelCases
{
    private const int Bars = 20_000;
    private const int Span = 50;
    private const int Vertical = 24;
    private const int Runs = 50;

    public static CaseResult TripleBarriers(BenchmarkContext context)
    {
        var bars = Read(context);
        var close = bars.Close.ToArray();
        var volatility = EwmVolatility.Compute(close, Span);
        int[] events = [.. Enumerable.Range(2, Bars - Vertical - 2)];
        double[] targets = [.. events.Select(e => volatility[e])];
        BarrierLabels? labels = null;
        double[]? weights = null;
        var spread = Spread.OfSeconds(
            () =>
            {
                labels = TripleBarrier.Compute(close, events, targets, [], 1, 1, Vertical);
                weights = LabelWeights.AverageUniqueness(Bars, events, labels.End);
            },
            Runs);
        var options = new LabelOptions { RoundTripCost = 0.0014 };
        var signal = PrimarySignal.Compute(bars, options.MomentumBars, options.VolatilityBars);
        TradeLabels? trades = null;
        var own = Spread.OfSeconds(() => trades = TradeLabeller.Compute(bars, signal, options), Runs);
        return new(
            spread.Map(s => s * 1e3),
            [
                new("events", events.Length),
                new("touched", labels!.Barrier.Count(b => b is FirstBarrier.Profit or FirstBarrier.Stop)),
                new("mean_uniqueness", weights!.Average()),
                new("four_targets_ms", own.Median * 1e3),
                new("four_targets_least_ms", own.Least * 1e3),
                new("labelled", trades!.LabelledCount),
            ]);
    }

    private static BarSeries Read(BenchmarkContext context)
    {
        var width = context.Arrays.Shape("bars_ohlcv")[1];
        var values = context.Arrays.Read<double>("bars_ohlcv");
        double[] Column(int index) => [.. Enumerable.Range(0, Bars).Select(i => values[(i * width) + index])];
        var (open, high, low, close) = (Column(0), Column(1), Column(2), Column(3));
        for (var i = 0; i < Bars; i++)
        {
            high[i] = Math.Max(high[i], Math.Max(open[i], close[i]));
            low[i] = Math.Min(low[i], Math.Min(open[i], close[i]));
        }

        return new BarSeries(Symbol.Parse("PEER"), TimeFrame.Hour1, new BarColumns
        {
            OpenTime = Array.ConvertAll(Enumerable.Range(0, Bars).ToArray(), i => i * TimeFrame.Hour1.Milliseconds),
            Open = open,
            High = high,
            Low = low,
            Close = close,
            Volume = new double[Bars],
        });
    }
}
