using Ratchet.Lifecycle.Datasets;
using Ratchet.Lifecycle.Training;
using Ratchet.Trading.Simulation;
using Ratchet.Validation.Objectives;

namespace Ratchet.Lifecycle.Experiments;

/// <summary>The fixed defaults walked forward beside the baselines.</summary>
/// <param name="Dataset">The development part.</param>
/// <param name="WalkForward">The defaults, out of sample.</param>
/// <param name="BuyAndHold">Holding over the same bars.</param>
/// <param name="RandomEntry">Random entries of the same shape; null without trades.</param>
public sealed record DefaultsBacktest(Dataset Dataset, WalkForwardResult WalkForward, ScoredRun BuyAndHold, RandomEntryResult? RandomEntry)
{
    /// <summary>Walks the defaults forward.</summary>
    /// <param name="dataset">The development part.</param>
    /// <param name="settings">Defaults, windows, seed.</param>
    /// <param name="threads">How many threads may work at once.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    public static DefaultsBacktest Run(Dataset dataset, StudySettings settings, int threads, CancellationToken cancellationToken)
    {
        var objective = new CompositeObjective(settings.Objective);
        var walked = new WalkForwardRunner(dataset, settings, objective, threads).Run(settings.Defaults, cancellationToken);
        var scorer = new SignalScorer(dataset, objective);
        return new(
            dataset,
            walked,
            scorer.BuyAndHoldOver(walked.Whole.Range, settings.Trading),
            Baselines.RandomEntries(scorer, dataset, walked.Whole, settings.Defaults.Trading, settings, threads, cancellationToken));
    }
}
