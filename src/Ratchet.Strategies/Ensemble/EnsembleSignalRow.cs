namespace Ratchet.Strategies.Ensemble;

/// <summary>What the ensemble says at the close of one bar: a row of the columns that the search's simulation trades.</summary>
/// <param name="Side">+1 long, -1 short, 0 none: that of the primary signal, given as soon as it is known.</param>
/// <param name="Momentum">The strength of the primary signal in its own standard deviations; NaN before its warm-up.</param>
/// <param name="Confidence">Calibrated probability that following the side pays, in [0, 1]; NaN: the models have not spoken, nothing may be entered.</param>
/// <param name="Size">Share of the full size, in [0, 1]; NaN with the confidence.</param>
/// <param name="ExpectedR">Expected net outcome in multiples of the risk; NaN with the confidence.</param>
/// <param name="ExitProbability">Calibrated probability that holding on the row's side loses, in [0, 1]; NaN with the confidence.</param>
/// <param name="Distance">The price distance of a multiple of 1: the bar's range-implied volatility times the root of the horizon; NaN before its warm-up.</param>
public readonly record struct EnsembleSignalRow(
    sbyte Side, double Momentum, double Confidence, double Size, double ExpectedR, double ExitProbability, double Distance);
