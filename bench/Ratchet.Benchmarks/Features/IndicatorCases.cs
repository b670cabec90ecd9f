using Ratchet.Benchmarks.Cases;
using Ratchet.Benchmarks.Measurement;
using Ratchet.Features.Momentum;
using Ratchet.Features.Trend;
using Ratchet.Features.Volatility;

namespace Ratchet.Benchmarks.Features;

/// <summary>P10: the span kernels of seven indicators over the peers' million bars, on one thread, into columns that are there.</summary>
internal static class IndicatorCases
{
    private const int Bars = 1_000_000;
    private const int Runs = 15;

    public static CaseResult Kernels(BenchmarkContext context)
    {
        var bars = BenchmarkBars.Read(context, Bars);
        var (high, low, close) = (bars.Columns.High, bars.Columns.Low, bars.Columns.Close);
        var (rsi, atr, ema, sma) = (new double[Bars], new double[Bars], new double[Bars], new double[Bars]);
        var macd = new MacdValues[Bars];
        var bands = new BollingerValues[Bars];
        var directional = new DirectionalValues[Bars];
        (string Name, Action Run)[] kernels =
        [
            ("rsi", () => RelativeStrength.Compute(close.Span, 14, rsi)),
            ("macd", () => Macd.Compute(close.Span, 12, 26, 9, macd)),
            ("bollinger", () => BollingerBands.Compute(close.Span, 20, 2, bands)),
            ("atr", () => AverageTrueRange.Compute(high.Span, low.Span, close.Span, 14, atr)),
            ("adx", () => DirectionalMovement.Compute(high.Span, low.Span, close.Span, 14, directional)),
            ("ema", () => ExponentialAverage.Compute(close.Span, 20, ema)),
            ("sma", () => SimpleAverage.Compute(close.Span, 20, sma)),
        ];
        var all = Spread.OfSeconds(
            () =>
            {
                foreach (var (_, run) in kernels)
                {
                    run();
                }
            },
            Runs).Map(s => s * 1000);
        var quality = kernels.Select(k => KeyValuePair.Create($"{k.Name}_ms", Spread.OfSeconds(k.Run, Runs).Least * 1000)).ToList();
        quality.Add(new("checksum", rsi[^1] + atr[^1] + ema[^1] + sma[^1] + macd[^1].Line + bands[^1].Upper + directional[^1].Adx));
        return new(all, quality);
    }
}
