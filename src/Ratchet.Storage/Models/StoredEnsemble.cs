using Ratchet.Lifecycle.Training;

namespace Ratchet.Storage.Models;

/// <summary>A trained ensemble as it was read.</summary>
/// <param name="Ensemble">The ensemble.</param>
/// <param name="Origin">Where it came from, and the settings of its features.</param>
public sealed record StoredEnsemble(TrainedEnsemble Ensemble, EnsembleOrigin Origin);
