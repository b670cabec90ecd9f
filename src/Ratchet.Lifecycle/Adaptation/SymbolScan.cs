using Ratchet.Adaptation.Regimes;
using Ratchet.Market.Bars;
using Ratchet.Strategies.Signals;

namespace Ratchet.Lifecycle.Adaptation;

/// <summary>All that runs over a symbol's bars need and that does not depend on the run.</summary>
public sealed record SymbolScan
{
    /// <summary>The bars.</summary>
    public required BarSeries Bars { get; init; }

    /// <summary>What each strategy says.</summary>
    public required IReadOnlyList<SignalSeries> Signals { get; init; }

    /// <summary>The regime at each bar's close, by the rules.</summary>
    public required ReadOnlyMemory<MarketRegime> Regimes { get; init; }

    /// <summary>How long the symbol was in each regime.</summary>
    public required RegimeOccupancy Occupancy { get; init; }

    /// <summary>The rules against the hidden Markov model; null where it was left out.</summary>
    public required RegimeAgreement? Agreement { get; init; }

    /// <summary>Every signal that a strategy's own thresholds let through, with what every profile makes of it, by time and strategy; its symbol is 0.</summary>
    public required IReadOnlyList<StudyEntry> Entries { get; init; }

    /// <summary>The same with one strategy, which gets the place 0.</summary>
    /// <param name="strategy">The strategy's place.</param>
    internal SymbolScan Only(int strategy) => this with
    {
        Signals = [Signals[strategy]],
        Entries = [.. Entries.Where(e => e.Strategy == strategy).Select(e => e with { Strategy = 0 })],
    };
}
