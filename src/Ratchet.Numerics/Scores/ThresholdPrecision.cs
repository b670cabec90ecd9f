namespace Ratchet.Numerics.Scores;

/// <summary>What a confidence threshold yields.</summary>
/// <param name="Precision">The share of label 1 among the rows at or above the threshold; NaN when there are none.</param>
/// <param name="Coverage">The share of all rows at or above the threshold; NaN for no rows.</param>
/// <param name="Count">How many rows are at or above the threshold.</param>
public readonly record struct ThresholdPrecision(double Precision, double Coverage, int Count);
