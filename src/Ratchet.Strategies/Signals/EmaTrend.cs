using Ratchet.Features.Trend;
using Ratchet.Market.Bars;
using Ratchet.Trading.Engine;
using Ratchet.Trading.Events;
using Ratchet.Trading.Portfolio;

namespace Ratchet.Strategies.Signals;

/// <summary>
/// Follows a cross of two exponential averages of the close, where the market trends. The faster average crosses the slower one at bar c; the signal comes at bar
/// c + ConfirmationBars if the order has held since, ADX is at least MinimumAdx and the DI of the side is in front. At bar c itself the exit probability is 1:
/// whatever is open was entered before the cross. A tie of the averages changes nothing.
/// <para>Strength = 0.5 share(ADX, MinimumAdx, MinimumAdx + 30) + 0.5 share(|+DI - -DI|, 0, 40), where share(x, a, b) is (x - a) / (b - a) cut to [0, 1].</para>
/// <para>Warm-up: the longest of the slow average and the shared indicators, 55 bars by default. Sources: Appel (1979) for crossing averages,
/// Wilder (1978) for ADX as the filter.</para>
/// </summary>
public sealed class EmaTrend : ITradingStrategy
{
    private readonly EmaTrendOptions options;
    private readonly SymbolStates<State> states;

    /// <summary>The strategy before any bar.</summary>
    /// <param name="options">The settings.</param>
    /// <param name="contexts">Begins the context of each symbol.</param>
    public EmaTrend(EmaTrendOptions options, MarketContexts contexts)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        this.options = options;
        states = new(symbol => new(new(contexts, symbol), options));
    }

    /// <inheritdoc/>
    public string Name => SignalStrategies.EmaTrend;

    /// <inheritdoc/>
    public void Update(int symbol, in Bar bar, int strategy, out Signal signal)
    {
        var state = states[symbol];
        state.Indicators.Update(bar);
        state.Cross(state.Fast.Update(bar.Close) - state.Slow.Update(bar.Close));
        if (state.Indicators.IsWarm && state.BarsSinceCross == options.ConfirmationBars && Trends(state))
        {
            ref readonly var market = ref state.Indicators.Context;
            var strength = (0.5 * ConfidenceScale.Share(market.Adx, options.MinimumAdx, options.MinimumAdx + 30))
                + (0.5 * ConfidenceScale.Share(Math.Abs(market.PlusDi - market.MinusDi), 0, 40));
            signal = state.Indicators.Entry(strategy, state.Order, strength, options.Confidence);
            return;
        }

        signal = state.Indicators.Silent(strategy, options.ExitAtCross && state.BarsSinceCross == 0 ? 1 : double.NaN);
    }

    /// <inheritdoc/>
    public void Closed(TradeRecord trade)
    {
    }

    private bool Trends(State state)
    {
        ref readonly var market = ref state.Indicators.Context;
        return market.Adx >= options.MinimumAdx && (!options.RequireDirection || state.Order * (market.PlusDi - market.MinusDi) > 0);
    }

    private sealed class State(SetupIndicators indicators, EmaTrendOptions options)
    {
        public readonly SetupIndicators Indicators = indicators;
        public EmaStep Fast = new(options.FastPeriod);
        public EmaStep Slow = new(options.SlowPeriod);

        // +1 while the faster average is above, -1 below, 0 before the first difference.
        public int Order { get; private set; }

        // -1 before the first cross.
        public int BarsSinceCross { get; private set; } = -1;

        public void Cross(double difference)
        {
            var order = difference > 0 ? 1 : difference < 0 ? -1 : Order;
            if (order == Order)
            {
                BarsSinceCross += BarsSinceCross >= 0 ? 1 : 0;
                return;
            }

            BarsSinceCross = Order == 0 ? -1 : 0;
            Order = order;
        }
    }
}
