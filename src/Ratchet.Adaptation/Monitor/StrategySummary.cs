using Ratchet.Adaptation.Decomposition;
using Ratchet.Adaptation.Retirement;

namespace Ratchet.Adaptation.Monitor;

/// <summary>One strategy at a glance.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Status">Its status.</param>
/// <param name="Since">Since when, in milliseconds since 1970-01-01 UTC.</param>
/// <param name="BaseWeight">Its base weight.</param>
/// <param name="Weight">Its weight in the regime that was asked for.</param>
/// <param name="Share">Its share of the allocation in that regime.</param>
/// <param name="Figures">Its last trades with money.</param>
/// <param name="AllFigures">Its last trades, with money and in shadow.</param>
/// <param name="Health">Its figures against their thresholds.</param>
/// <param name="Times">How long it was in each status.</param>
public sealed record StrategySummary(
    string Name,
    RetirementStatus Status,
    long Since,
    double BaseWeight,
    double Weight,
    double Share,
    PerformanceFigures Figures,
    PerformanceFigures AllFigures,
    HealthReading Health,
    StatusTimes Times);
