using Ratchet.Market.Time;
using Ratchet.Validation.Metrics;
using Ratchet.Validation.Objectives;

namespace Ratchet.Lifecycle.Backtests;

/// <summary>A stretch of a run, or one of its baselines, in figures.</summary>
/// <param name="Name">Such as <c>first half</c>.</param>
/// <param name="Time">From the opening of the first bar to the close of the last.</param>
/// <param name="Metrics">What came of it.</param>
/// <param name="Score">Its score and whether it is viable.</param>
public sealed record TradedPart(string Name, TimeRange Time, PerformanceMetrics Metrics, ObjectiveScore Score);
