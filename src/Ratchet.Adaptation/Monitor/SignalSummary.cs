using Ratchet.Adaptation.Decomposition;

namespace Ratchet.Adaptation.Monitor;

/// <summary>What became of signals.</summary>
/// <param name="Passed">How many passed.</param>
/// <param name="Filtered">How many were filtered by their quality.</param>
/// <param name="Barred">How many were barred by their strategy's status.</param>
/// <param name="ShareFiltered">Filtered over passed and filtered; NaN without signals.</param>
/// <param name="PassedQuality">The mean quality of those that passed; NaN without any.</param>
/// <param name="FilteredQuality">The mean quality of those that were filtered; NaN without any.</param>
/// <param name="Executed">What became of trades with money, each 1 R.</param>
/// <param name="Followed">What became of trades in shadow, each 1 R.</param>
public sealed record SignalSummary(
    long Passed,
    long Filtered,
    long Barred,
    double ShareFiltered,
    double PassedQuality,
    double FilteredQuality,
    PerformanceFigures Executed,
    PerformanceFigures Followed);
