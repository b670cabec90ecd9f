namespace Ratchet.Strategies.Ensemble;

/// <summary>The ensemble's answer at the close of one bar.</summary>
/// <param name="Direction">The primary signal's side: +1, -1, or 0 for none.</param>
/// <param name="Confidence">Calibrated probability that following the primary signal ends with a net profit, in [0, 1].</param>
/// <param name="Size">Share of the full size, in [0, 1].</param>
/// <param name="ExpectedR">Expected net outcome in multiples of the risk.</param>
/// <param name="ExitProbability">Calibrated probability that holding over the next quarter of the horizon loses, in [0, 1].</param>
public readonly record struct EnsembleSignal(sbyte Direction, double Confidence, double Size, double ExpectedR, double ExitProbability);
