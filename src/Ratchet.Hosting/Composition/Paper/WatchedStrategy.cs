using Ratchet.Market.Bars;
using Ratchet.Trading.Engine;
using Ratchet.Trading.Events;
using Ratchet.Trading.Portfolio;

namespace Ratchet.Hosting.Composition.Paper;

/// <summary>A strategy, and whether its last word on each symbol was spoken with its warm-up complete.</summary>
internal sealed class WatchedStrategy(ITradingStrategy inner, int symbols) : ITradingStrategy
{
    private readonly bool[] warm = new bool[symbols];

    public string Name => inner.Name;

    public bool IsWarm(int symbol) => warm[symbol];

    public void Update(int symbol, in Bar bar, int strategy, out Signal signal)
    {
        inner.Update(symbol, bar, strategy, out signal);

        // A model gives no confidence on a bar without a side, so that once warm stays warm.
        warm[symbol] |= !double.IsNaN(signal.Confidence);
    }

    public void Closed(TradeRecord trade) => inner.Closed(trade);
}
