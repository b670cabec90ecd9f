using Ratchet.Numerics.Windows;
using Ratchet.Validation.Metrics;
using Ratchet.Validation.Objectives;

namespace Ratchet.Lifecycle.Training;

/// <summary>A simulated run over a range of bars.</summary>
/// <param name="Range">The bars that were traded.</param>
/// <param name="Metrics">What came of it.</param>
/// <param name="Score">Its score and whether it is viable.</param>
/// <param name="Equity">Equity at each close of the range; null where it was not kept.</param>
/// <param name="Trades">Every closed trade, indices of the dataset's bars; null where they were not kept.</param>
public sealed record ScoredRun(
    IndexRange Range,
    PerformanceMetrics Metrics,
    ObjectiveScore Score,
    IReadOnlyList<double>? Equity,
    IReadOnlyList<ClosedTrade>? Trades);
