using Ratchet.Adaptation.Regimes;

namespace Ratchet.Lifecycle.Adaptation;

/// <summary>Mean results of a regime's entries.</summary>
/// <param name="Regime">The regime.</param>
/// <param name="Entries">How many entries.</param>
/// <param name="Means">The mean result of each profile, in R.</param>
public sealed record RegimeCell(MarketRegime Regime, int Entries, IReadOnlyList<double> Means);
