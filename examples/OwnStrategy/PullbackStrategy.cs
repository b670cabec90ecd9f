using Ratchet.Market.Bars;
using Ratchet.Strategies.Signals;
using Ratchet.Trading.Engine;
using Ratchet.Trading.Events;
using Ratchet.Trading.Portfolio;

namespace OwnStrategy;

/// <summary>
/// Buys the end of a pullback: in a rising trend (EMA 21 above EMA 55, ADX 20 or more) the close was below EMA 21 on the bar before and is above it now. Shorts
/// mirror it. It knows closed bars only; stops, targets and size are the engine's.
/// </summary>
/// <param name="contexts">Begins the market context of each symbol.</param>
public sealed class PullbackStrategy(MarketContexts contexts) : ITradingStrategy
{
    private const double LeastAdx = 20;

    private readonly SymbolStates<State> states = new(symbol => new(contexts.Begin(symbol)));

    /// <inheritdoc/>
    public string Name => "Pullback";

    /// <inheritdoc/>
    public void Update(int symbol, in Bar bar, int strategy, out Signal signal)
    {
        var state = states[symbol];
        state.Context.Update(bar);
        var market = state.Context.Current;
        var gap = market.FastAverage - market.SlowAverage;
        var trend = !(market.Adx >= LeastAdx) ? 0 : gap > 0 ? 1 : gap < 0 ? -1 : 0;
        var wasAgainst = trend * (state.CloseBefore - state.AverageBefore) < 0;
        var side = wasAgainst && trend * (bar.Close - market.FastAverage) > 0 ? trend : 0;
        (state.CloseBefore, state.AverageBefore) = (bar.Close, market.FastAverage);

        // NaN while the slowest indicator warms up: the engine takes that for "no signal".
        var isWarm = !double.IsNaN(market.SlowAverage + market.Adx);
        var confidence = !isWarm ? double.NaN : side == 0 ? 0 : Math.Min(0.9, 0.6 + ((market.Adx - LeastAdx) / 100));
        var momentum = gap / market.Atr;
        signal = new(strategy, (sbyte)(isWarm ? side : 0), confidence, momentum, 1, double.NaN, market.Atr, side == 0 ? 0 : 2, double.NaN, market);
    }

    /// <inheritdoc/>
    public void Closed(TradeRecord trade)
    {
    }

    private sealed class State(MarketContextStream context)
    {
        public readonly MarketContextStream Context = context;
        public double CloseBefore = double.NaN;
        public double AverageBefore = double.NaN;
    }
}
