using Ratchet.Market.Bars;
using Ratchet.Trading.Events;
using Ratchet.Trading.Portfolio;

namespace Ratchet.Trading.Engine;

/// <summary>
/// Decides from closed bars. It holds no orders and no money; what it says becomes an event that the engine weighs. Deterministic: the same bars and closed trades
/// in the same order give the same signals.
/// </summary>
public interface ITradingStrategy
{
    /// <summary>The name, as in <see cref="StrategyRules.Name"/>.</summary>
    string Name { get; }

    /// <summary>Takes a closed bar of a symbol and speaks about it. While warming up the signal has no side and a confidence of NaN.</summary>
    /// <param name="symbol">The symbol's place in the options.</param>
    /// <param name="bar">The bar.</param>
    /// <param name="strategy">The strategy's own place in the options, to be put into the signal.</param>
    /// <param name="signal">What it says.</param>
    void Update(int symbol, in Bar bar, int strategy, out Signal signal);

    /// <summary>Learns how a trade of its own ended.</summary>
    /// <param name="trade">The trade.</param>
    void Closed(TradeRecord trade);
}
