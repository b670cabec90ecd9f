namespace Ratchet.Reporting.Charts;

/// <summary>One bin of a reliability diagram.</summary>
/// <param name="MeanPredicted">Mean predicted probability, 0 to 1.</param>
/// <param name="ObservedRate">Share of cases where the event happened, 0 to 1; NaN for an empty bin.</param>
/// <param name="Count">Cases in the bin.</param>
public readonly record struct ReliabilityBin(double MeanPredicted, double ObservedRate, int Count);
