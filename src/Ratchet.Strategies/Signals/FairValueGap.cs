using Ratchet.Market.Bars;
using Ratchet.Trading.Engine;
using Ratchet.Trading.Events;
using Ratchet.Trading.Portfolio;

namespace Ratchet.Strategies.Signals;

/// <summary>
/// Trades the return into a fair-value gap. Three bars make a rising gap where the low of the third is above the high of the first, by at least MinimumSize
/// ATRs; a falling one where the high of the third is below the low of the first. The gap is followed on the first of the next MaximumAge bars that goes into it
/// by EntryDepth of its height and does not close beyond its far edge, if the averages are on its side; a gap is tried once. A close beyond the far edge ends it. Where
/// a bar enters several gaps of a side the newest speaks; where it enters gaps of both sides nothing is said.
/// <para>Strength = 0.6 share(height in ATRs, MinimumSize, MinimumSize + 1.5) + 0.4 (1 - age / MaximumAge), age from 1.</para>
/// <para>Warm-up: the shared indicators, 55 bars by default; gaps are looked for after it. Source: the three-bar imbalance of practitioners' literature ("fair
/// value gap"); a gap in Edwards and Magee's sense (1948) stretched over three bars.</para>
/// </summary>
public sealed class FairValueGap : ITradingStrategy
{
    private readonly FairValueGapOptions options;
    private readonly SymbolStates<State> states;

    /// <summary>The strategy before any bar.</summary>
    /// <param name="options">The settings.</param>
    /// <param name="contexts">Begins the context of each symbol.</param>
    public FairValueGap(FairValueGapOptions options, MarketContexts contexts)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        this.options = options;
        states = new(symbol => new(new(contexts, symbol), options.MaximumGaps));
    }

    /// <inheritdoc/>
    public string Name => SignalStrategies.FairValueGap;

    /// <inheritdoc/>
    public void Update(int symbol, in Bar bar, int strategy, out Signal signal)
    {
        var state = states[symbol];
        state.Indicators.Update(bar);
        signal = Enter(state, bar, out var gap)
            ? state.Indicators.Entry(strategy, gap.Side, Strength(gap), options.Confidence)
            : state.Indicators.Silent(strategy);
        if (state.Indicators.IsWarm)
        {
            Look(state, bar);
        }

        (state.TwoBefore, state.Before) = (state.Before, bar);
        state.Bars++;
    }

    /// <inheritdoc/>
    public void Closed(TradeRecord trade)
    {
    }

    private double Strength(in PriceGap gap) =>
        (0.6 * ConfidenceScale.Share(gap.Size, options.MinimumSize, options.MinimumSize + 1.5)) + (0.4 * (1 - ((double)gap.Age / options.MaximumAge)));

    // Ages the gaps, drops those that are used up, and finds the one to follow.
    private bool Enter(State state, in Bar bar, out PriceGap chosen)
    {
        chosen = default;
        var isSplit = false;
        var kept = 0;
        for (var i = 0; i < state.Count; i++)
        {
            var gap = state.Gaps[i] with { Age = state.Gaps[i].Age + 1 };
            if (gap.Age > options.MaximumAge || gap.IsClosedThrough(bar.Close))
            {
                continue;
            }

            if (!gap.IsEntered(bar.High, bar.Low, options.EntryDepth))
            {
                state.Gaps[kept++] = gap;
                continue;
            }

            isSplit |= chosen.Side * gap.Side < 0;
            chosen = gap;
        }

        state.Count = kept;
        ref readonly var market = ref state.Indicators.Context;
        return chosen.Side != 0
            && !isSplit
            && (!options.RequireTrend || chosen.Side * (market.FastAverage - market.SlowAverage) > 0);
    }

    // Whether this bar is the third of a gap.
    private void Look(State state, in Bar bar)
    {
        var range = state.Indicators.Context.Atr;
        var (rising, falling) = (bar.Low - state.TwoBefore.High, state.TwoBefore.Low - bar.High);
        var size = Math.Max(rising, falling) / range;
        if (state.Bars < 2 || !(Math.Max(rising, falling) > 0) || !(size >= options.MinimumSize))
        {
            return;
        }

        if (state.Count == state.Gaps.Length)
        {
            state.Gaps.AsSpan(1).CopyTo(state.Gaps);
            state.Count--;
        }

        state.Gaps[state.Count++] = rising > 0
            ? new(1, bar.Low, state.TwoBefore.High, size, 0)
            : new(-1, bar.High, state.TwoBefore.Low, size, 0);
    }

    private sealed class State(SetupIndicators indicators, int maximumGaps)
    {
        public readonly SetupIndicators Indicators = indicators;
        public readonly PriceGap[] Gaps = new PriceGap[maximumGaps];
        public int Count;
        public long Bars;
        public Bar Before;
        public Bar TwoBefore;
    }
}
