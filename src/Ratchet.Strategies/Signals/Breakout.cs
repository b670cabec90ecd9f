using Ratchet.Features.Sets;
using Ratchet.Market.Bars;
using Ratchet.Trading.Engine;
using Ratchet.Trading.Events;
using Ratchet.Trading.Portfolio;

namespace Ratchet.Strategies.Signals;

/// <summary>
/// Follows a close beyond the highest high or the lowest low of the ChannelBars bars before, where volume confirms it. Only the first of consecutive breaks to one side
/// counts, whether it was followed or not. The bar's volume must be at least MinimumVolumeRatio times the mean of 20 bars, and the close from MinimumBreak to
/// MaximumBreak ATRs beyond the channel.
/// <para>Strength = 0.5 share(volume ratio, MinimumVolumeRatio, MinimumVolumeRatio + 3) + 0.5 share(break in ATRs, 0, 1).</para>
/// <para>Warm-up: the channel, and the shared indicators, 55 bars by default. Source: Donchian's channel rule (1960), as in Faith, Way of the Turtle (2007).</para>
/// </summary>
public sealed class Breakout : ITradingStrategy
{
    private readonly BreakoutOptions options;
    private readonly SymbolStates<State> states;

    /// <summary>The strategy before any bar.</summary>
    /// <param name="options">The settings.</param>
    /// <param name="contexts">Begins the context of each symbol.</param>
    public Breakout(BreakoutOptions options, MarketContexts contexts)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        this.options = options;
        states = new(symbol => new(new(contexts, symbol), options.ChannelBars));
    }

    /// <inheritdoc/>
    public string Name => SignalStrategies.Breakout;

    /// <inheritdoc/>
    public void Update(int symbol, in Bar bar, int strategy, out Signal signal)
    {
        var state = states[symbol];
        state.Indicators.Update(bar);
        var side = state.Break(bar, out var distance);
        var inRanges = distance / state.Indicators.Context.Atr;
        var volume = state.Indicators.VolumeRatio;
        if (side != 0
            && state.Indicators.IsWarm
            && volume >= options.MinimumVolumeRatio
            && inRanges >= options.MinimumBreak
            && inRanges <= options.MaximumBreak)
        {
            var strength = (0.5 * ConfidenceScale.Share(volume, options.MinimumVolumeRatio, options.MinimumVolumeRatio + 3))
                + (0.5 * ConfidenceScale.Share(inRanges, 0, 1));
            signal = state.Indicators.Entry(strategy, side, strength, options.Confidence);
            return;
        }

        signal = state.Indicators.Silent(strategy);
    }

    /// <inheritdoc/>
    public void Closed(TradeRecord trade)
    {
    }

    private sealed class State(SetupIndicators indicators, int channelBars)
    {
        public readonly SetupIndicators Indicators = indicators;
        private RollingExtreme highest = RollingExtreme.Highest(channelBars);
        private RollingExtreme lowest = RollingExtreme.Lowest(channelBars);
        private int brokeBefore;

        // The side of a fresh break and how far the close lies beyond the channel.
        public int Break(in Bar bar, out double distance)
        {
            var (upper, lower) = highest.IsFull ? (highest.Value, lowest.Value) : (double.NaN, double.NaN);
            highest.Add(bar.High);
            lowest.Add(bar.Low);
            var side = bar.Close > upper ? 1 : bar.Close < lower ? -1 : 0;
            distance = side > 0 ? bar.Close - upper : side < 0 ? lower - bar.Close : 0;
            var isFresh = side != brokeBefore;
            brokeBefore = side;
            return isFresh ? side : 0;
        }
    }
}
