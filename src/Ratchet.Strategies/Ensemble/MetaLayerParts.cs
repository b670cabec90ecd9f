using Ratchet.Learning.Calibration;
using Ratchet.Learning.Linear;

namespace Ratchet.Strategies.Ensemble;

/// <summary>The contents of a <see cref="MetaLayer"/>, for whoever stores it. <see cref="MetaLayer.ToParts"/> and <see cref="MetaLayer.FromParts"/> are inverses.</summary>
/// <param name="BaseRate">The confidence of a layer that had too little to learn from, in [0, 1].</param>
/// <param name="BaseR">Its expected outcome in R.</param>
/// <param name="ExitRate">The exit probability where <see cref="Exit"/> is null, in [0, 1].</param>
/// <param name="Scaler">What standardises the seven inputs; null, as the next three are, where there was too little to learn from.</param>
/// <param name="Follow">The log-odds that following pays.</param>
/// <param name="Confidence">From log-odds to a probability.</param>
/// <param name="Expected">The expected outcome in R.</param>
/// <param name="Exit">From the exit model's log-odds to a probability; null for the base rate.</param>
public sealed record MetaLayerParts(
    double BaseRate,
    double BaseR,
    double ExitRate,
    StandardScaler? Scaler,
    LogisticModel? Follow,
    ICalibration? Confidence,
    LinearModel? Expected,
    ICalibration? Exit);
