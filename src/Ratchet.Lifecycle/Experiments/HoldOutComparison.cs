using Ratchet.Lifecycle.Training;
using Ratchet.Trading.Simulation;

namespace Ratchet.Lifecycle.Experiments;

/// <summary>The sealed part, opened: the chosen configuration beside its baselines on the same bars.</summary>
/// <param name="Chosen">The configuration that the study chose.</param>
/// <param name="Defaults">The fixed defaults.</param>
/// <param name="BuyAndHold">Holding.</param>
/// <param name="RandomEntry">Random entries shaped like the chosen configuration's trades; null without trades.</param>
public sealed record HoldOutComparison(HoldOutResult Chosen, HoldOutResult Defaults, ScoredRun BuyAndHold, RandomEntryResult? RandomEntry);
