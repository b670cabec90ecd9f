namespace Ratchet.Reporting.Html;

/// <summary>One bin of predicted probabilities.</summary>
/// <param name="MeanPredicted">Mean prediction, 0 to 1.</param>
/// <param name="ObservedRate">Share of cases where the event happened, 0 to 1; NaN for an empty bin.</param>
/// <param name="Count">Cases.</param>
public readonly record struct ReportCalibrationBin(double MeanPredicted, double ObservedRate, int Count);
