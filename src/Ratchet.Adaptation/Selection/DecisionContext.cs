using Ratchet.Adaptation.Regimes;

namespace Ratchet.Adaptation.Selection;

/// <summary>What a decision saw and did.</summary>
/// <param name="Decision">Its number.</param>
/// <param name="Time">When, in milliseconds since 1970-01-01 UTC.</param>
/// <param name="Symbol">The symbol's place.</param>
/// <param name="Regime">The regime.</param>
/// <param name="CostShare">The cost of a round trip over a stop of one multiple.</param>
/// <param name="Allowed">Bit i is set where profile i could be chosen.</param>
/// <param name="Choice">What was chosen.</param>
public readonly record struct DecisionContext(long Decision, long Time, int Symbol, MarketRegime Regime, double CostShare, ulong Allowed, ProfileChoice Choice);
