using Ratchet.Lifecycle.Training;
using Ratchet.Storage.Models;

namespace Ratchet.Hosting.Composition;

/// <summary>A configuration of a study, trained for good.</summary>
/// <param name="Ensemble">What was trained.</param>
/// <param name="Origin">Where it came from.</param>
public sealed record TrainResult(TrainedEnsemble Ensemble, EnsembleOrigin Origin);
