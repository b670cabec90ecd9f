using Ratchet.Market.Bars;
using Ratchet.Market.Instruments;
using Ratchet.Market.Time;
using Ratchet.Numerics.Randomness;
using Ratchet.Strategies.Signals;
using Ratchet.Trading.Engine;
using Ratchet.Trading.Events;
using Ratchet.Trading.Portfolio;

namespace Ratchet.Lifecycle.Tests.Adaptation;

/// <summary>
/// A market of rising stretches, in which far targets are reached, and stretches that swing about a level, in which near targets are reached and far ones are not; and
/// a strategy that buys every few bars, so that only the choice of the profile matters.
/// </summary>
internal static class PlantedMarket
{
    private const long Start = 1_700_000_000_000 / 3_600_000 * 3_600_000;
    private const int Stretch = 300;
    private const double Range = 0.004;

    public static BarSeries Bars(string symbol, ulong seed, int count)
    {
        var random = StreamKey.FromSeed(seed).Derive("planted market").Open();
        var columns = new double[5][];
        for (var c = 0; c < columns.Length; c++)
        {
            columns[c] = new double[count];
        }

        var times = new long[count];
        var (price, level) = (100.0, 100.0);
        for (var i = 0; i < count; i++)
        {
            times[i] = Start + (i * TimeFrame.Hour1.Milliseconds);
            var isTrend = i / Stretch % 2 == 1;
            var open = price;
            var unit = Range * open;
            if (i % Stretch == 0)
            {
                level = open;
            }

            var target = isTrend ? open + (0.35 * unit) : level + (1.3 * Range * level * Math.Sin(2 * Math.PI * (i % Stretch) / 12));
            price = target + (0.15 * unit * random.NextNormal());
            (columns[0][i], columns[3][i], columns[4][i]) = (open, price, 100 + random.NextDouble());
            columns[1][i] = Math.Max(open, price) + (0.2 * unit * random.NextDouble());
            columns[2][i] = Math.Min(open, price) - (0.2 * unit * random.NextDouble());
        }

        return new(Symbol.Parse(symbol), TimeFrame.Hour1, new BarColumns
        {
            OpenTime = times,
            Open = columns[0],
            High = columns[1],
            Low = columns[2],
            Close = columns[3],
            Volume = columns[4],
        });
    }

    public static SignalStrategy Strategy(string name, int every) => new(
        name, 1, "Buys every few bars.", new StrategyRules { Name = name, Exits = new() { HorizonBars = 24 } }, contexts => new Buyer(name, every, contexts));

    private sealed class Buyer(string name, int every, MarketContexts contexts) : ITradingStrategy
    {
        private readonly SymbolStates<MarketContextStream> streams = new(contexts.Begin);
        private int bars;

        public string Name => name;

        public void Update(int symbol, in Bar bar, int strategy, out Signal signal)
        {
            streams[symbol].Update(bar);
            ref readonly var context = ref streams[symbol].Current;
            var side = (sbyte)(++bars % every == 0 && context.Atr > 0 ? 1 : 0);
            signal = new(strategy, side, 0.9, 1, 1, double.NaN, context.Atr, 3, 0.5, context);
        }

        public void Closed(TradeRecord trade)
        {
        }
    }
}
