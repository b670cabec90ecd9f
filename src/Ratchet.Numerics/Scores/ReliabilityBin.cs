namespace Ratchet.Numerics.Scores;

/// <summary>One bin of a reliability diagram.</summary>
/// <param name="Lower">The lower edge.</param>
/// <param name="Upper">The upper edge.</param>
/// <param name="MeanPredicted">The mean predicted probability; NaN in an empty bin.</param>
/// <param name="ObservedShare">The share of label 1; NaN in an empty bin.</param>
/// <param name="Count">How many rows.</param>
public readonly record struct ReliabilityBin(double Lower, double Upper, double MeanPredicted, double ObservedShare, int Count);
