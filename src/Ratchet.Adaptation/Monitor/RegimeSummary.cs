using Ratchet.Adaptation.Decomposition;
using Ratchet.Adaptation.Regimes;

namespace Ratchet.Adaptation.Monitor;

/// <summary>How trading goes in one regime.</summary>
/// <param name="Regime">The regime.</param>
/// <param name="AverageWeight">The mean weight of the strategies in it.</param>
/// <param name="Figures">All trades with money in it.</param>
/// <param name="AllFigures">All trades in it, with money and in shadow.</param>
public sealed record RegimeSummary(MarketRegime Regime, double AverageWeight, PerformanceFigures Figures, PerformanceFigures AllFigures);
