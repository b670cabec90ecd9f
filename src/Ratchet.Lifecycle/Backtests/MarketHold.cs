using Ratchet.Market.Bars;
using Ratchet.Numerics.Windows;
using Ratchet.Trading.Simulation;
using Ratchet.Validation.Metrics;

namespace Ratchet.Lifecycle.Backtests;

/// <summary>Buying all symbols in equal parts at their first open and holding them to the end.</summary>
internal static class MarketHold
{
    public static (double[] Equity, ClosedTrade[] Trades) Run(IReadOnlyList<BarSeries> series, ReadOnlySpan<long> closes, SimulationOptions options)
    {
        var part = options with { InitialEquity = options.InitialEquity / series.Count };
        var equity = new double[closes.Length];
        var trades = new List<ClosedTrade>();
        foreach (var bars in series)
        {
            var buffers = new SimulationBuffers();
            BuyAndHold.Run(new() { Open = bars.Open, High = bars.High, Low = bars.Low, Close = bars.Close }, new IndexRange(0, bars.Count), part, buffers);
            var own = buffers.Equity.Span;
            var row = -1;
            for (var i = 0; i < closes.Length; i++)
            {
                while (row + 1 < bars.Count && bars.OpenTime[row + 1] + bars.TimeFrame.Milliseconds <= closes[i])
                {
                    row++;
                }

                equity[i] += row < 0 ? part.InitialEquity : own[row];
            }

            foreach (var trade in buffers.Trades)
            {
                trades.Add(trade with { EntryIndex = 0, ExitIndex = closes.Length - 1 });
            }
        }

        return (equity, [.. trades]);
    }
}
