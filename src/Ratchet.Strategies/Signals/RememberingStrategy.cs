using Ratchet.Market.Bars;
using Ratchet.Trading.Engine;
using Ratchet.Trading.Events;
using Ratchet.Trading.Portfolio;

namespace Ratchet.Strategies.Signals;

/// <summary>
/// A strategy with a memory of its setups: the confidence of a signal is lowered where the most similar setups of its closed trades did worse than its trades on
/// the whole (<see cref="PatternVerdict.Limit"/>). It never rises, and everything else passes unchanged. A closed trade is matched with the newest signal of
/// its symbol and side whose bar opened before the trade's entry; of each symbol the last 256 signals are kept for that, a trade whose signal is not among them
/// is not remembered. Deterministic.
/// </summary>
public sealed class RememberingStrategy : ITradingStrategy
{
    private const int KeptSignals = 256;

    private readonly ITradingStrategy inner;
    private readonly SymbolStates<State> states;
    private readonly double[] setup = new double[SetupFeatures.Names.Count];

    /// <summary>Gives a strategy an empty memory.</summary>
    /// <param name="inner">The strategy; its name is kept.</param>
    /// <param name="options">The memory's settings.</param>
    public RememberingStrategy(ITradingStrategy inner, PatternMemoryOptions options)
    {
        ArgumentNullException.ThrowIfNull(inner);
        this.inner = inner;
        Memory = new(SetupFeatures.Names, options);
        states = new(static _ => new());
    }

    /// <inheritdoc/>
    public string Name => inner.Name;

    /// <summary>The memory, over all symbols.</summary>
    public PatternMemory Memory { get; }

    /// <summary>What the memory said about the last signal with a side.</summary>
    public PatternVerdict LastVerdict { get; private set; } = PatternVerdict.None;

    /// <inheritdoc/>
    public void Update(int symbol, in Bar bar, int strategy, out Signal signal)
    {
        inner.Update(symbol, bar, strategy, out signal);
        var state = states[symbol];
        state.Features.Update(bar);
        if (signal.Side == 0 || !state.Features.TryWrite(signal, setup))
        {
            return;
        }

        state.Keep(bar.OpenTime, signal.Side, setup);
        LastVerdict = Memory.Judge(setup);
        signal = signal with { Confidence = LastVerdict.Limit(signal.Confidence, Memory.Options.Influence) };
    }

    /// <inheritdoc/>
    public void Closed(TradeRecord trade)
    {
        inner.Closed(trade);
        var result = trade.ResultInR;
        if (double.IsFinite(result) && states[trade.Symbol].TryFind(trade.EntryTime, trade.Side, out var kept))
        {
            Memory.Remember(kept, result);
        }
    }

    private sealed class State
    {
        private readonly long[] times = new long[KeptSignals];
        private readonly sbyte[] sides = new sbyte[KeptSignals];
        private readonly double[] setups = new double[KeptSignals * SetupFeatures.Names.Count];
        private long added;

        public SetupFeatures Features { get; } = new();

        public void Keep(long time, sbyte side, ReadOnlySpan<double> setup)
        {
            var slot = (int)(added % KeptSignals);
            times[slot] = time;
            sides[slot] = side;
            setup.CopyTo(setups.AsSpan(slot * setup.Length));
            added++;
        }

        public bool TryFind(long entryTime, sbyte side, out ReadOnlySpan<double> setup)
        {
            for (var i = added - 1; i >= Math.Max(0, added - KeptSignals); i--)
            {
                var slot = (int)(i % KeptSignals);
                if (times[slot] < entryTime && sides[slot] == side)
                {
                    setup = setups.AsSpan(slot * SetupFeatures.Names.Count, SetupFeatures.Names.Count);
                    return true;
                }
            }

            setup = default;
            return false;
        }
    }
}
