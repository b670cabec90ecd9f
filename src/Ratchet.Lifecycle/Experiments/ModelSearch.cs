using Ratchet.Search.Schedulers;
using Ratchet.Strategies.Ensemble;

namespace Ratchet.Lifecycle.Experiments;

/// <summary>The search of one forest by itself.</summary>
/// <param name="Role">Which model.</param>
/// <param name="Outcome">Its trials.</param>
public sealed record ModelSearch(EnsembleRole Role, HyperbandOutcome Outcome);
