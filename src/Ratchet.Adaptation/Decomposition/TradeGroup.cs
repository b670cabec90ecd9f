using Ratchet.Adaptation.Regimes;

namespace Ratchet.Adaptation.Decomposition;

/// <summary>One group of trades; what the grouping leaves out is null.</summary>
/// <param name="Strategy">The strategy's place, or null for all.</param>
/// <param name="Symbol">The symbol's place, or null for all.</param>
/// <param name="Regime">The regime, or null for all.</param>
public readonly record struct TradeGroup(int? Strategy, int? Symbol, MarketRegime? Regime)
{
    /// <summary>All trades.</summary>
    public static TradeGroup All => default;

    /// <summary>What it is grouped by.</summary>
    public Grouping Grouping =>
        (Strategy is null ? Grouping.None : Grouping.Strategy) | (Symbol is null ? Grouping.None : Grouping.Symbol) | (Regime is null ? Grouping.None : Grouping.Regime);
}
