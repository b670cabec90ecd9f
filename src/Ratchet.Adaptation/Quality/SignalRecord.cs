using Ratchet.Adaptation.Regimes;

namespace Ratchet.Adaptation.Quality;

/// <summary>A scored signal in the history.</summary>
/// <param name="Time">When, in milliseconds since 1970-01-01 UTC.</param>
/// <param name="Strategy">The strategy's place.</param>
/// <param name="Symbol">The symbol's place.</param>
/// <param name="Regime">The regime.</param>
/// <param name="Confluence">How many indicators agreed.</param>
/// <param name="Reading">The quality and its parts.</param>
/// <param name="Passed">Whether it passed.</param>
/// <param name="Multiplier">The multiplier that was advised.</param>
public readonly record struct SignalRecord(
    long Time, int Strategy, int Symbol, MarketRegime Regime, int Confluence, QualityReading Reading, bool Passed, double Multiplier);
