using Ratchet.Features.Momentum;
using Ratchet.Market.Bars;
using Ratchet.Trading.Engine;
using Ratchet.Trading.Events;
using Ratchet.Trading.Portfolio;

namespace Ratchet.Strategies.Signals;

/// <summary>
/// Buys when an oversold market turns, sells when an overbought one does. The relative strength index was below Oversold and comes back to it or above: a long
/// setup. It is followed on that bar or one of the next ConfirmationBars whose close is above the high of the bar before, while the index has not reached 50 and
/// ADX is at most MaximumAdx. Shorts mirror it: back from above Overbought, a close below the low before, the index above 50. A setup ends when it was
/// followed, when its bars are over, when the index reaches 50, and when it enters a zone again. Where the index crosses 50, either way, the exit
/// probability is 1: the reversal has run.
/// <para>Strength = 0.6 share(depth, 0, 15) + 0.4 (1 - share(ADX, 0, MaximumAdx)), depth being how far the index went into the zone.</para>
/// <para>Warm-up: the shared indicators, 55 bars by default, and the index. Source: Wilder (1978).</para>
/// </summary>
public sealed class RsiReversal : ITradingStrategy
{
    private const double Middle = 50;
    private const double FullDepth = 15;

    private readonly RsiReversalOptions options;
    private readonly SymbolStates<State> states;

    /// <summary>The strategy before any bar.</summary>
    /// <param name="options">The settings.</param>
    /// <param name="contexts">Begins the context of each symbol.</param>
    public RsiReversal(RsiReversalOptions options, MarketContexts contexts)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        this.options = options;
        states = new(symbol => new(new(contexts, symbol), new RsiFamily(options.Period).Begin(contexts.FrameOf(symbol))));
    }

    /// <inheritdoc/>
    public string Name => SignalStrategies.RsiReversal;

    /// <inheritdoc/>
    public void Update(int symbol, in Bar bar, int strategy, out Signal signal)
    {
        var state = states[symbol];
        state.Indicators.Update(bar);
        state.Rsi.Update(bar, state.Output);
        var rsi = state.Output[0];
        var crossed = (state.RsiBefore < Middle && rsi >= Middle) || (state.RsiBefore > Middle && rsi <= Middle);
        Follow(state, rsi);
        var side = state.SetupSide;
        var isConfirmed = side > 0 ? bar.Close > state.HighBefore : side < 0 && bar.Close < state.LowBefore;
        (state.RsiBefore, state.HighBefore, state.LowBefore) = (rsi, bar.High, bar.Low);
        if (state.Indicators.IsWarm && isConfirmed && state.Indicators.Context.Adx <= options.MaximumAdx)
        {
            state.SetupSide = 0;
            var calm = 1 - ConfidenceScale.Share(state.Indicators.Context.Adx, 0, options.MaximumAdx);
            var strength = (0.6 * ConfidenceScale.Share(state.Depth, 0, FullDepth)) + (0.4 * calm);
            signal = state.Indicators.Entry(strategy, side, strength, options.Confidence);
            return;
        }

        signal = state.Indicators.Silent(strategy, options.ExitAtMiddle && crossed ? 1 : double.NaN);
    }

    /// <inheritdoc/>
    public void Closed(TradeRecord trade)
    {
    }

    // Into a zone, out of it, and what becomes of the setup after.
    private void Follow(State state, double rsi)
    {
        var zone = rsi < options.Oversold ? 1 : rsi > options.Overbought ? -1 : 0;
        if (zone != 0)
        {
            var depth = zone > 0 ? options.Oversold - rsi : rsi - options.Overbought;
            state.Depth = zone == state.Zone ? Math.Max(state.Depth, depth) : depth;
            (state.Zone, state.SetupSide) = (zone, 0);
            return;
        }

        if (state.Zone != 0)
        {
            (state.SetupSide, state.SetupAge, state.Zone) = (state.Zone, 0, 0);
        }
        else
        {
            state.SetupAge++;
        }

        if (state.SetupAge > options.ConfirmationBars || state.SetupSide * (rsi - Middle) >= 0)
        {
            state.SetupSide = 0;
        }
    }

    private sealed class State(SetupIndicators indicators, RsiStep rsi)
    {
        public readonly SetupIndicators Indicators = indicators;
        public readonly double[] Output = new double[1];
        public RsiStep Rsi = rsi;
        public double RsiBefore = double.NaN;
        public double HighBefore = double.NaN;
        public double LowBefore = double.NaN;
        public double Depth;
        public int Zone;
        public int SetupSide;
        public int SetupAge;
    }
}
