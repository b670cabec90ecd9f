using Ratchet.Market.Bars;
using Ratchet.Trading.Engine;
using Ratchet.Trading.Events;

namespace Ratchet.Strategies.Signals;

/// <summary>Runs a strategy over bars and keeps what it says: for tables, tests and the search kernel. Nothing is traded, so the strategy hears of no closed trade.</summary>
public static class SignalScan
{
    private const int CancellationInterval = 8192;

    /// <summary>Runs a strategy from its present state, bar by bar.</summary>
    /// <param name="strategy">The strategy; it keeps the state that the bars leave it in.</param>
    /// <param name="bars">The bars.</param>
    /// <param name="symbol">The symbol's place that the strategy is told.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    public static SignalSeries Run(ITradingStrategy strategy, BarSeries bars, int symbol = 0, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(strategy);
        ArgumentNullException.ThrowIfNull(bars);
        var count = bars.Count;
        var side = new sbyte[count];
        var confluence = new int[count];
        var (confidence, momentum, size) = (new double[count], new double[count], new double[count]);
        var (exit, distance, score) = (new double[count], new double[count], new double[count]);
        var context = new MarketContext[count];
        for (var i = 0; i < count; i++)
        {
            if (i % CancellationInterval == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
            }

            strategy.Update(symbol, bars[i], 0, out var signal);
            (side[i], confluence[i], context[i]) = (signal.Side, signal.Confluence, signal.Context);
            (confidence[i], momentum[i], size[i]) = (signal.Confidence, signal.Momentum, signal.Size);
            (exit[i], distance[i], score[i]) = (signal.ExitProbability, signal.Distance, signal.Score);
        }

        return new()
        {
            OpenTime = bars.Columns.OpenTime,
            Side = side,
            Confidence = confidence,
            Distance = distance,
            Momentum = momentum,
            Size = size,
            ExitProbability = exit,
            Confluence = confluence,
            Score = score,
            Context = context,
        };
    }
}
